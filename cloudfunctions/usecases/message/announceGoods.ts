import type { Product } from '@shared/goods/types';
import { accept } from '@shared/kernel/refusal';
import { addDays, dayOf, type Day } from '@shared/kernel/time';
import type { Member } from '@shared/member/types';
import { draftMessage } from '@shared/message/draftMessage';
import { noticesOf } from '@shared/message/notices';
import { find } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { pageMax, walkDays } from '../store/walkDays';
import { queueMessage } from './queueMessage';

/** start, message, leaving, message, commit. */
const operationsPerMember = 5;
/** News that comes later than this many days is none any more. */
const lateDaysMax = 1;
const productsMax = 100;

/**
 * Tells every member of the goods that the goods file calls new from today on: one message a member and day, which names the first of them
 * and says how many there are. Who has switched the topic off, or is leaving, gets none.
 */
export async function announceGoods(now: number, clock: () => number, untilMs: number): Promise<{ treated: number; more: boolean }> {
  const { offsetMinutes, jobOperationsPerSecond } = await loadProgramme(now);
  const today = dayOf(now, offsetMinutes);
  const news = new Map<Day, readonly Product[]>();
  for (const day of [addDays(today, -lateDaysMax), today]) {
    news.set(day, await find('products', { newOn: day, active: true }, { limit: productsMax, order: [['_id', 'asc']] }));
  }
  return walkDays(
    {
      name: 'newGoods',
      first: addDays(today, -lateDaysMax),
      last: today,
      page: (day, after) =>
        (news.get(day) ?? []).length === 0
          ? Promise.resolve([])
          : find('members', { _id: { op: 'gt', value: after } }, { limit: pageMax, order: [['_id', 'asc']] }),
      treat: (member, day) => tellOne(member, day, news.get(day) ?? [], now),
      operationsEach: operationsPerMember,
    },
    { operationsPerSecond: jobOperationsPerSecond, clock, untilMs },
  );
}

async function tellOne(member: Member, day: Day, products: readonly Product[], at: number): Promise<boolean> {
  const [first] = products;
  if (first === undefined || member.leavingAt != null || noticesOf(member).off.includes('goods')) return true;
  const { memberId } = member;
  const facts = { name: first.name, price: first.priceFen, count: products.length };
  const message = draftMessage({ kind: 'newGoods', source: `${day}:${memberId}`, memberId, facts }, at);
  const outcome = await transact(async (transaction) => {
    await queueMessage(transaction, message);
    return accept(null);
  });
  return outcome.ok;
}
