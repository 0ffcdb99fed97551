import { grouped, spoilFirst, total, type Invariant } from './invariant';

/** The refunds of a purchase are numbered without gaps and add up to what it says was taken back. */
export const refundsWithin: Invariant = {
  name: 'refunds add up and stay within their purchase',
  check({ refunds, purchases, entries }) {
    const wrong: string[] = [];
    const known = new Map(purchases.map((purchase) => [purchase._id, purchase]));
    // On the account that holds what the purchase earned: its own, or one that took it over.
    const posted = new Map(entries.map((entry) => [`${entry.kind} ${entry.source}`, entry]));
    for (const [purchaseId, own] of grouped(refunds, (refund) => refund.purchaseId)) {
      const purchase = known.get(purchaseId);
      if (purchase === undefined) wrong.push(`refunds of no purchase: ${purchaseId}`);
      else {
        const { refunded, lines } = purchase;
        const numbers = own.map(({ n }) => n).sort((a, b) => a - b);
        const sums = {
          count: own.length,
          pointsReturned: total(own, ({ pointsReturned }) => pointsReturned),
          pointsTaken: total(own, ({ pointsTaken }) => pointsTaken),
        };
        for (const [what, sum] of Object.entries(sums)) {
          const says = refunded[what as keyof typeof sums];
          if (says !== sum) wrong.push(`purchase ${purchaseId}: ${what} is ${says}, its refunds add up to ${sum}`);
        }
        if (numbers.some((number, index) => number !== index + 1))
          wrong.push(`purchase ${purchaseId}: refunds numbered ${numbers.join(', ')}`);
        const money = total(own, ({ moneyFen }) => moneyFen);
        if (money > purchase.payableFen) wrong.push(`purchase ${purchaseId}: ${money} fen handed back of ${purchase.payableFen}`);
        lines.forEach((line, index) => {
          const units = total(own, ({ lines: back }) =>
            total(
              back.filter((each) => each.line === index),
              (each) => each.units,
            ),
          );
          if (units > line.units || units !== (refunded.units[index] ?? 0)) {
            wrong.push(
              `purchase ${purchaseId}: ${units} units of line ${index} came back, it says ${refunded.units[index] ?? 0} of ${line.units}`,
            );
          }
        });
      }
    }
    for (const { _id, pointsTaken, pointsReturned, moneyFen } of refunds) {
      const taken = posted.get(`reversal ${_id}`);
      const back = posted.get(`return ${_id}`);
      const takenPoints = taken === undefined ? 0 : taken.debtDelta - taken.availableDelta - taken.pendingDelta;
      const backPoints = back === undefined ? 0 : back.availableDelta - back.debtDelta;
      if (takenPoints !== pointsTaken) wrong.push(`refund ${_id}: ${pointsTaken} points taken, its entry took ${takenPoints}`);
      if (backPoints !== pointsReturned) wrong.push(`refund ${_id}: ${pointsReturned} points returned, its entry gave ${backPoints}`);
      if (moneyFen < 0) wrong.push(`refund ${_id} hands back ${moneyFen} fen`);
    }
    return { looked: refunds.length, wrong };
  },
  spoil: ({ refunds }) =>
    spoilFirst(
      refunds,
      () => true,
      ({ pointsTaken }) => ({ pointsTaken: pointsTaken + 1 }),
    ),
};
