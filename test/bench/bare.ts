import { sdkDatabase } from '../../cloudfunctions/adapters/sdk';
import { load, newest, post, read, readSeq, write, type Document } from './bareSteps';

/**
 * The same database operations as the commands make, in the same order and with the same documents, but with no rule, no contract and
 * no reply worth the name: what the commands are measured against. The documents are those which the command itself wrote for the
 * pattern member, under other ids: so both sides carry the same load, whatever shape the documents take.
 */
interface BareEvent {
  readonly kind: 'checkin' | 'purchase' | 'redeem';
  readonly openid: string;
  readonly memberId: string;
  readonly visitId: string;
  readonly round: number;
  readonly unitNumber: number;
  readonly patternId: string;
}

/** What one command wrote. */
interface Pattern {
  readonly entry: Document;
  readonly account: Document;
  /** The document beside the ledger: the check-in, the purchase or the taken unit. */
  readonly record: Document;
}

const recordOf = {
  checkin: { collection: 'checkins', order: 'month' },
  purchase: { collection: 'purchases', order: 'at' },
  redeem: { collection: 'units', order: 'redeemedAt' },
} as const;
const patterns = new Map<BareEvent['kind'], Pattern>();

export async function main(event: BareEvent): Promise<{ readonly ok: true }> {
  const pattern = patterns.get(event.kind) ?? (await loadPattern(event));
  patterns.set(event.kind, pattern);
  await ({ checkin, purchase, redeem } as const)[event.kind](event, pattern);
  return { ok: true };
}

async function loadPattern({ kind, patternId }: BareEvent): Promise<Pattern> {
  const { collection, order } = recordOf[kind];
  return {
    entry: await newest('entries', { accountId: patternId }, 'seq'),
    record: await newest(collection, { memberId: patternId }, order),
    account: await load('accounts', patternId),
  };
}

async function checkin({ openid, memberId, round }: BareEvent, { entry, account, record }: Pattern): Promise<void> {
  await load('members', openid);
  const transaction = await sdkDatabase.startTransaction();
  const seq = await readSeq(transaction, memberId);
  const id = `${memberId}:2027-01-${round}`;
  await transaction.collection('checkins').add({ data: [{ ...record, _id: id, memberId }] });
  await post(transaction, memberId, [{ ...entry, source: id }], account, seq);
  await transaction.commit();
}

async function purchase({ memberId, visitId, round }: BareEvent, { entry, account, record }: Pattern): Promise<void> {
  const transaction = await sdkDatabase.startTransaction();
  const orderNo = `B${round}-${memberId}`;
  const id = `bench::${orderNo}`;
  await read(transaction, 'purchases', id);
  await read(transaction, 'visits', visitId);
  const seq = await readSeq(transaction, memberId);
  const own = { _id: id, orderNo, memberId, accountId: memberId, visitId, at: Date.now() };
  await transaction.collection('purchases').add({ data: [{ ...record, ...own }] });
  await post(transaction, memberId, [{ ...entry, source: id }], account, seq);
  await transaction.commit();
}

async function redeem({ openid, memberId, round, unitNumber }: BareEvent, { entry, account, record }: Pattern): Promise<void> {
  await load('members', openid);
  const free = sdkDatabase.collection('units').where({ rewardId: 'bare', state: 'free', n: sdkDatabase.command.gte(unitNumber) });
  const { data } = await free.orderBy('n', 'asc').limit(1).get();
  const { _id, ...unit } = (data as ({ readonly _id: string } & Document)[])[0] ?? { _id: 'bare#0' };
  const transaction = await sdkDatabase.startTransaction();
  const seq = await readSeq(transaction, memberId);
  const id = `redeem-${round}`;
  await read(transaction, 'entries', `${memberId}:redemption:${id}`);
  await read(transaction, 'units', _id);
  await write(transaction, 'units', _id, { ...record, ...unit, state: 'redeemed', memberId, redeemedAt: Date.now() });
  await post(transaction, memberId, [{ ...entry, source: id }], account, seq);
  await transaction.commit();
}
