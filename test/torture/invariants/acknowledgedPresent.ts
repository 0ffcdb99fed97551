import type { CollectionName } from '../../../cloudfunctions/adapters/documents';
import type { Acknowledged } from '../openJournal';
import type { Snapshot } from '../takeSnapshot';
import type { Invariant } from './invariant';

interface Answer {
  readonly [field: string]: unknown;
}

/** By method: the document that must be there once its answer was a yes. Null: this answer promised none. */
const promised: Readonly<Record<string, (answer: Answer, said: Acknowledged, all: Index) => readonly [CollectionName, string] | null>> = {
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
  'reward.donate': (_, said, { accountOf }) => ['donations', `${accountOf(said.openid)}:${keyOf(said)}`],
  'checkin.perform': ({ day }, said, { memberOf }) => ['checkins', `${memberOf(said.openid)}:${String(day)}`],
  'voucher.claim': ({ voucher }) => voucherOf(voucher),
  'voucher.claimByWord': ({ voucher }) => voucherOf(voucher),
  'voucher.buy': ({ voucher }) => voucherOf(voucher),
  'voucher.acceptGift': ({ voucher }) => voucherOf(voucher),
  'voucher.offerGift': ({ token }) => ['gifts', String(token)],
  'voucher.grant': ({ voucherId }) => ['vouchers', String(voucherId)],
  'game.buyChance': (_, said, { accountOf }) => ['chanceEntries', `${accountOf(said.openid)}:points:${keyOf(said)}`],
  'game.draw': ({ id }) => ['draws', String(id)],
  'member.scanStoreCode': () => null,
  'store.makeCode': ({ code }) => ['storeCodes', String(code)],
  'audit.proposeAdjustment': ({ _id }) => ['proposals', String(_id)],
  'audit.decide': ({ _id }) => ['proposals', String(_id)],
};

interface Index {
  readonly memberOf: (openid: string) => string;
  readonly accountOf: (openid: string) => string;
}

function voucherOf(voucher: unknown): readonly [CollectionName, string] {
  return ['vouchers', (voucher as { voucherId: string }).voucherId];
}

function keyOf({ input }: Acknowledged): string {
  return (input as { key: string }).key;
}

/** What was answered with a yes is there, whatever was lost, repeated or killed since. */
export const acknowledgedPresent: Invariant = {
  name: 'each acknowledged command is present',
  check(all, acknowledged) {
    const ids = new Map<string, Set<string>>();
    for (const [name, documents] of Object.entries(all)) ids.set(name, new Set(documents.map(({ _id }) => _id)));
    const members = new Map(all.members.map((member) => [member._id, member]));
    const index: Index = {
      memberOf: (openid) => members.get(openid)?.memberId ?? '',
      accountOf: (openid) => members.get(openid)?.accountId ?? '',
    };
    let looked = 0;
    const wrong = acknowledged.flatMap((said) => {
      const place = promised[said.method]?.(said.value as Answer, said, index) ?? null;
      if (place === null) return [];
      looked += 1;
      const [collection, id] = place;
      if (ids.get(collection)?.has(id) !== true) return [`${said.method} was accepted, and there is no ${id} in ${collection}`];
      return isTakenBack(all, said.method, id) ? [] : [`${said.method} was accepted, and ${id} is not taken back`];
    });
    return { looked, wrong };
  },
  spoil(all) {
    return all.visits.splice(0, all.visits.length).length > 0;
  },
};

function isTakenBack({ purchases }: Snapshot, method: string, id: string): boolean {
  if (method !== 'purchase.undo' && method !== 'purchase.void') return true;
  return purchases.some((purchase) => purchase._id === id && purchase.undo !== null);
}
