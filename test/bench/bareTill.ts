import { sdkDatabase } from '../../cloudfunctions/adapters/sdk';
import { load, newest, post, read, readSeq, write, type Document } from './bareSteps';

/** What the till's confirmation and refund are measured against: as in bare.ts, the same operations and documents with no rules. */
interface BareTillEvent {
  readonly kind: 'confirm' | 'refund';
  readonly memberId: string;
  readonly quoteId: string;
  readonly orderNo: string;
  readonly voucherId: string;
  /** Whose purchase, or refund, was made by the real command. */
  readonly patternId: string;
}

/** What one command wrote; of a confirmation there is no refund. */
interface Pattern {
  readonly purchase: Document;
  readonly refund: Document;
  readonly voucher: Document;
  readonly account: Document;
  readonly entries: readonly Document[];
}

const patterns = new Map<BareTillEvent['kind'], Pattern>();

export async function main(event: BareTillEvent): Promise<{ readonly ok: true }> {
  const pattern = patterns.get(event.kind) ?? (await loadPattern(event.patternId));
  patterns.set(event.kind, pattern);
  await (event.kind === 'confirm' ? confirm(event, pattern) : refund(event, pattern));
  return { ok: true };
}

async function loadPattern(patternId: string): Promise<Pattern> {
  const purchase = await newest('purchases', { memberId: patternId }, 'at');
  return {
    purchase,
    refund: await load('refunds', `${String(purchase['_id'])}:1`),
    voucher: await newest('vouchers', { memberId: patternId }, 'endsOn'),
    account: await load('accounts', patternId),
    // Both commands end with two entries: points paid and points to come, points returned and points taken.
    entries: [await newest('entries', { accountId: patternId }, 'seq', 1), await newest('entries', { accountId: patternId }, 'seq')],
  };
}

async function confirm({ memberId, quoteId, orderNo, voucherId }: BareTillEvent, pattern: Pattern): Promise<void> {
  const transaction = await sdkDatabase.startTransaction();
  const id = `bench::${orderNo}`;
  const quote = await read(transaction, 'quotes', quoteId);
  await read(transaction, 'purchases', id);
  await read(transaction, 'vouchers', voucherId);
  const seq = await readSeq(transaction, memberId);
  const own = { _id: id, orderNo, memberId, accountId: memberId, quoteId, at: Date.now() };
  await transaction.collection('purchases').add({ data: [{ ...pattern.purchase, ...own }] });
  await post(transaction, memberId, sourced(pattern.entries, id), pattern.account, seq);
  await write(transaction, 'vouchers', voucherId, { ...pattern.voucher, memberId, accountId: memberId });
  await write(transaction, 'quotes', quoteId, { ...quote, state: 'used', purchaseId: id });
  await transaction.commit();
}

async function refund({ memberId, orderNo, voucherId }: BareTillEvent, pattern: Pattern): Promise<void> {
  const transaction = await sdkDatabase.startTransaction();
  const id = `bench::${orderNo}`;
  const purchase = await read(transaction, 'purchases', id);
  await read(transaction, 'refunds', `${id}:1`);
  const seq = await readSeq(transaction, memberId);
  await read(transaction, 'entries', `${memberId}:redemption:cash:${id}`);
  await post(transaction, memberId, sourced(pattern.entries, `${id}:1`), pattern.account, seq);
  await write(transaction, 'purchases', id, { ...purchase, refunded: pattern.purchase['refunded'] });
  const made = { ...pattern.refund, _id: `${id}:1`, purchaseId: id, orderNo, accountId: memberId, at: Date.now() };
  await transaction.collection('refunds').add({ data: [made] });
  await read(transaction, 'vouchers', voucherId);
  await write(transaction, 'vouchers', voucherId, { ...pattern.voucher, memberId, accountId: memberId });
  await transaction.commit();
}

function sourced(entries: readonly Document[], source: string): readonly Document[] {
  return entries.map((entry) => ({ ...entry, source }));
}
