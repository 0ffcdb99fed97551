import { sdkDatabase, type SdkTransaction } from '../../cloudfunctions/adapters/sdk';

/**
 * The same database operations as the commands make, in the same order and with documents of the same size, but with no rule,
 * no contract and no reply worth the name: what the commands are measured against.
 */
interface BareEvent {
  readonly kind: 'checkin' | 'purchase' | 'redeem';
  readonly openid: string;
  readonly memberId: string;
  readonly visitId: string;
  readonly round: number;
  readonly unitNumber: number;
}

type Document = Record<string, unknown> & { readonly seq: number };

export async function main(event: BareEvent): Promise<{ readonly ok: true }> {
  await ({ checkin, purchase, redeem } as const)[event.kind](event);
  return { ok: true };
}

async function checkin({ openid, memberId, round }: BareEvent): Promise<void> {
  await sdkDatabase.collection('members').doc(openid).get();
  const transaction = await sdkDatabase.startTransaction();
  const account = await read(transaction, 'accounts', memberId);
  const day = `2027-01-${round}`;
  const record = { memberId, day, month: '2027-01', points: 5, streak: round, at: round, key: `tap-${round}-of-the-day` };
  await transaction.collection('checkins').add({ data: [{ _id: `${memberId}:${day}`, ...record }] });
  await finish(transaction, memberId, account, `checkin:${memberId}:${day}`, { streak: round });
}

async function purchase({ memberId, visitId, round }: BareEvent): Promise<void> {
  const transaction = await sdkDatabase.startTransaction();
  const id = `bench::B${round}-${memberId}`;
  await read(transaction, 'purchases', id);
  await read(transaction, 'visits', visitId);
  const account = await read(transaction, 'accounts', memberId);
  const who = { shopId: 'bench', staffId: 'clerk', device: 'bench-till', visitId, memberId, accountId: memberId, cardTail: '0000' };
  const what = { key: `key-${id}`, orderNo: id, at: round, day: '2027-01-01', lines: [{ categoryId: 'general', amountFen: 12_850 }] };
  const sums = { payableFen: 12_850, points: 128, capped: false, releaseOn: '2027-01-08', multiplier: 100, undo: null };
  await transaction.collection('purchases').add({ data: [{ _id: id, ...who, ...what, ...sums }] });
  await finish(transaction, memberId, account, `accrual:${id}`, { orderNo: id, shopZh: '西湖店', shopEn: 'West Lake', payableFen: 12_850 });
}

async function redeem({ openid, memberId, round, unitNumber }: BareEvent): Promise<void> {
  await sdkDatabase.collection('members').doc(openid).get();
  const free = sdkDatabase.collection('units').where({ rewardId: 'bare', state: 'free', n: sdkDatabase.command.gte(unitNumber) });
  const { data } = await free.orderBy('n', 'asc').limit(1).get();
  const { _id, ...unit } = (data as ({ readonly _id: string } & Record<string, unknown>)[])[0] ?? { _id: 'bare#0' };
  const transaction = await sdkDatabase.startTransaction();
  const account = await read(transaction, 'accounts', memberId);
  await read(transaction, 'entries', `${memberId}:redemption:redeem-${round}`);
  await read(transaction, 'units', _id);
  const redemption = { id: `redeem-${round}`, accountId: memberId, memberId, points: 10, at: round };
  const taken = { ...unit, state: 'redeemed', memberId, redeemedAt: round, pickupCode: '8123456781234567', redemption };
  await transaction.collection('units').doc(_id).set({ data: taken });
  const note = { rewardId: 'sticker', rewardZh: '贴纸', rewardEn: 'Sticker', unitId: _id };
  await finish(transaction, memberId, account, `redemption:redeem-${round}`, note);
}

async function read(transaction: SdkTransaction, collection: string, id: string): Promise<Document> {
  const { data } = await transaction.collection(collection).doc(id).get();
  return data as Document;
}

async function finish(transaction: SdkTransaction, accountId: string, account: Document, source: string, note: object): Promise<void> {
  const seq = account.seq + 1;
  const deltas = { pendingDelta: 0, availableDelta: 0, debtDelta: 0, lots: [{ lot: '2027-01', endsOn: '2028-01-31', points: 0 }] };
  const entry = { _id: `${accountId}:${source}`, accountId, seq, kind: 'bare', source, at: seq, day: '2027-01-01', ...deltas, note };
  await transaction.collection('entries').add({ data: [entry] });
  const next: Record<string, unknown> = { ...account, seq };
  delete next['_id'];
  await transaction.collection('accounts').doc(accountId).set({ data: next });
  await transaction.commit();
}
