import type { Entry } from '@shared/ledger/types';
import type { PlanOrder } from '@shared/tier/planOrder';
import type { Snapshot } from '../takeSnapshot';
import { spoilFirst, total, type Invariant } from './invariant';

/** What must be there of an order, by its state: paid for, days on a card, something given back, the money back. */
const legal: Readonly<Record<PlanOrder['state'], readonly [paid: boolean, refund: boolean, done: boolean]>> = {
  pending: [false, false, false],
  closed: [false, false, false],
  paid: [true, false, false],
  refunding: [true, true, false],
  refunded: [true, true, true],
};

/** Orders of paid cards are in one legal state, paid for as payment service or ledger say, and give back the share of their days. */
export const planOrdersKept: Invariant = {
  name: 'orders of paid cards: one state, paid for, never more back than was paid',
  check({ planOrders, payments, entries }) {
    const byNumber = new Map(payments.map((payment) => [payment.outTradeNo, payment]));
    const byId = new Map(entries.map((entry) => [entry._id, entry]));
    const wrong = planOrders.flatMap((order) =>
      [
        ...stateWrong(order),
        ...shareWrong(order),
        ...(order.by === 'money' ? moneyWrong(order, byNumber.get(order._id)) : pointsWrong(order, byId)),
      ].map((what) => `order ${order._id}: ${what}`),
    );
    const known = new Set(planOrders.map(({ _id }) => _id));
    wrong.push(
      ...payments.filter(({ outTradeNo }) => !known.has(outTradeNo)).map(({ outTradeNo }) => `a payment of no order: ${outTradeNo}`),
    );
    return { looked: planOrders.length, wrong };
  },
  spoil: ({ planOrders }) =>
    spoilFirst(
      planOrders,
      ({ refund }) => refund !== null,
      ({ refund }) => (refund === null ? {} : { refund: { ...refund, fen: refund.fen + 1, points: refund.points + 1 } }),
    ),
};

function stateWrong({ state, paidAt, refund, period, checkAt, priceFen, points, by }: PlanOrder): readonly string[] {
  const [paid, back, done] = legal[state];
  return [
    ...((paidAt !== null) === paid ? [] : [`is ${state} and was paid at ${paidAt ?? 'no time'}`]),
    ...((refund !== null) === back ? [] : [`is ${state} and gave back ${JSON.stringify(refund)}`]),
    ...(back && (refund?.doneAt != null) !== done ? [`is ${state} and the money was back at ${refund?.doneAt ?? 'no time'}`] : []),
    ...(state === 'paid' && period === null ? ['is paid and brought no days'] : []),
    ...(!paid && period !== null ? [`is ${state} and brought days`] : []),
    ...((state === 'pending' || state === 'refunding') === checkAt > 0 ? [] : [`is ${state} and is looked at again at ${checkAt}`]),
    ...((by === 'money' ? points : priceFen) === 0 ? [] : ['asks for money and points']),
  ];
}

/** Money and points come back by days over days, rounded down; all of it when there never were days. */
function shareWrong({ refund, terms, priceFen, points, period }: PlanOrder): readonly string[] {
  if (refund === null) return [];
  const unused = period === null ? terms.days : refund.unusedDays;
  const due = (whole: number): number => Math.floor((whole * unused) / terms.days);
  return [
    ...(refund.fen === due(priceFen) && refund.fen <= priceFen ? [] : [`gave back ${refund.fen} fen of ${priceFen} for ${unused} days`]),
    ...(refund.points === due(points) && refund.points <= points ? [] : [`gave back ${refund.points} points of ${points}`]),
    ...(refund.unusedDays >= 0 && refund.unusedDays <= terms.days ? [] : [`gave back ${refund.unusedDays} days of ${terms.days}`]),
  ];
}

function moneyWrong(
  { state, priceFen, transactionId, refund }: PlanOrder,
  payment: Snapshot['payments'][number] | undefined,
): readonly string[] {
  const has = payment?.transactionId ?? null;
  const back = total(payment?.refunds ?? [], ({ refundFee }) => refundFee);
  const due = state === 'refunded' ? (refund?.fen ?? 0) : 0;
  return [
    // Everybody has stopped, and the job has asked for every order that waits.
    ...(has === transactionId ? [] : [`is ${state} by ${transactionId ?? 'no payment'}, the service knows ${has ?? 'none'}`]),
    ...(payment === undefined || payment.totalFee === priceFen ? [] : [`costs ${priceFen} fen, the service asked ${payment.totalFee}`]),
    ...(back === due && back <= priceFen ? [] : [`is ${state}, the service gave ${back} fen back of ${due}`]),
    ...(payment?.state === 'CLOSED' && state !== 'closed' ? [`is ${state} and closed at the service`] : []),
  ];
}

function pointsWrong({ _id, accountId, state, points, refund }: PlanOrder, byId: ReadonlyMap<string, Entry>): readonly string[] {
  const paid = byId.get(`${accountId}:redemption:plan:${_id}`);
  const back = byId.get(`${accountId}:return:plan:${_id}`);
  const given = back === undefined ? 0 : back.availableDelta - back.debtDelta;
  return [
    ...(paid?.availableDelta === -points ? [] : [`is ${state} and cost ${-(paid?.availableDelta ?? 0)} points of ${points}`]),
    ...(given === (refund?.points ?? 0) ? [] : [`returned ${given} points of ${refund?.points ?? 0}`]),
  ];
}
