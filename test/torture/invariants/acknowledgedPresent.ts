import type { CollectionName } from '../../../cloudfunctions/adapters/documents';
import type { Acknowledged } from '../openJournal';
import type { Snapshot } from '../takeSnapshot';
import { accountsOf } from './accountsOf';
import type { Invariant } from './invariant';

interface Answer {
  readonly [field: string]: unknown;
}

/** By method: the document that must be there once its answer was a yes. Null: this answer promised none. */
const promised: Readonly<Record<string, (answer: Answer, said: Acknowledged, who: Who) => readonly [CollectionName, string] | null>> = {
  'member.join': ({ cardNumber }) => ['cards', String(cardNumber)],
  'visit.open': ({ visitId }) => ['visits', String(visitId)],
  'purchase.confirm': ({ purchaseId }) => ['purchases', String(purchaseId)],
  'purchase.confirmQuote': ({ purchaseId }) => ['purchases', String(purchaseId)],
  'purchase.recordLate': ({ purchaseId }) => ['purchases', String(purchaseId)],
  'purchase.undo': ({ purchaseId }) => ['purchases', String(purchaseId)],
  'purchase.void': ({ purchaseId }) => ['purchases', String(purchaseId)],
  'purchase.refund': ({ refundId }) => ['refunds', String(refundId)],
  'shift.open': ({ shiftId }) => ['shifts', String(shiftId)],
  'reward.redeem': ({ pickup }) => ['units', (pickup as { unitId: string }).unitId],
  'reward.donate': (_, said, { memberId }) => ['donations', `${memberId}:${keyOf(said)}`],
  'checkin.perform': ({ day }, _said, { memberId }) => ['checkins', `${memberId}:${String(day)}`],
  'checkin.makeUp': ({ day }, _said, { memberId }) => ['checkins', `${memberId}:${String(day)}`],
  'voucher.claim': ({ voucher }) => voucherOf(voucher),
  'voucher.claimByWord': ({ voucher }) => voucherOf(voucher),
  // The voucher may be given back since; that it was paid for stays.
  'voucher.buy': (_, said, { accountId }) => ['entries', `${accountId}:redemption:voucher:${keyOf(said)}`],
  'booking.book': bookingOf,
  'booking.move': bookingOf,
  'voucher.acceptGift': ({ voucher }) => voucherOf(voucher),
  'voucher.offerGift': ({ token }) => ['gifts', String(token)],
  'voucher.grant': ({ voucherId }) => ['vouchers', String(voucherId)],
  'game.buyChance': (_, said, { accountId }) => ['chanceEntries', `${accountId}:points:${keyOf(said)}`],
  'game.draw': ({ id }) => ['draws', String(id)],
  'quiz.begin': ({ roundId }) => ['quizRounds', String(roundId)],
  'jigsaw.deal': ({ attemptId }) => ['jigsawAttempts', String(attemptId)],
  'member.scanStoreCode': () => null,
  'store.makeCode': ({ code }) => ['storeCodes', String(code)],
  'audit.proposeAdjustment': ({ _id }) => ['proposals', String(_id)],
  'paidCard.buy': ({ order }) => ['planOrders', (order as { orderId: string }).orderId],
  'paidCard.proposeRefund': ({ _id }) => ['proposals', String(_id)],
  'family.invite': ({ code }) => ['familyInvites', String(code)],
  'family.proposeBusiness': ({ _id }) => ['proposals', String(_id)],
  'audit.decide': ({ _id }) => ['proposals', String(_id)],
};

/** Somebody whom the caller may have been, in an account that they may have been in. */
interface Who {
  readonly memberId: string;
  readonly accountId: string;
}

function voucherOf(voucher: unknown): readonly [CollectionName, string] {
  return ['vouchers', (voucher as { voucherId: string }).voucherId];
}

function bookingOf(_: Answer, said: Acknowledged, { memberId }: Who): readonly [CollectionName, string] {
  return ['bookings', `${memberId}:${keyOf(said)}`];
}

function keyOf({ input }: Acknowledged): string {
  return (input as { key: string }).key;
}

/** What was answered with a yes is there, whatever was lost, repeated or killed since. */
export const acknowledgedPresent: Invariant = {
  name: 'each acknowledged command is present',
  check(all, acknowledged) {
    const ids = new Map<string, Set<string>>();
    for (const [name, documents] of Object.entries(all)) {
      if (typeof documents !== 'string') ids.set(name, new Set(documents.map((each) => String('_id' in each && each._id))));
    }
    const people = peopleOf(all, acknowledged);
    let looked = 0;
    const wrong = acknowledged.flatMap((said) => {
      const places = (people.get(said.openid) ?? [nobody]).flatMap((who) => {
        const place = promised[said.method]?.(said.value as Answer, said, who) ?? null;
        return place === null ? [] : [place];
      });
      const [first] = places;
      if (first === undefined) return [];
      looked += 1;
      const there = places.find(([collection, id]) => ids.get(collection)?.has(id) === true);
      if (there === undefined) return [`${said.method} was accepted, and there is no ${first[1]} in ${first[0]}`];
      return isTakenBack(all, said.method, there[1]) ? [] : [`${said.method} was accepted, and ${there[1]} is not taken back`];
    });
    return { looked, wrong };
  },
  spoil(all) {
    return all.visits.splice(0, all.visits.length).length > 0;
  },
};

const nobody: Who = { memberId: '', accountId: '' };

/** Everybody whom an identity has been, and where: who left and joined again is somebody new. */
function peopleOf({ cards, familyInvites }: Snapshot, acknowledged: readonly Acknowledged[]): ReadonlyMap<string, readonly Who[]> {
  const byNumber = new Map(cards.map((card) => [card._id, card]));
  const accounts = accountsOf({ familyInvites });
  const people = new Map<string, Map<string, Who>>();
  for (const { openid, method, value } of acknowledged) {
    const card = method === 'member.join' ? byNumber.get(String((value as Answer)['cardNumber'])) : undefined;
    if (card === undefined) continue;
    const known = people.get(openid) ?? new Map<string, Who>();
    const { memberId } = card;
    for (const accountId of accounts(memberId)) known.set(`${memberId} ${accountId}`, { memberId, accountId });
    people.set(openid, known);
  }
  return new Map([...people].map(([openid, known]) => [openid, [...known.values()]]));
}

function isTakenBack({ purchases }: Snapshot, method: string, id: string): boolean {
  if (method !== 'purchase.undo' && method !== 'purchase.void') return true;
  return purchases.some((purchase) => purchase._id === id && purchase.undo !== null);
}
