import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf, type Day } from '@shared/kernel/time';
import type { Account } from '@shared/ledger/types';
import { draftMessage } from '@shared/message/draftMessage';
import type { Programme } from '@shared/store/programme';
import { dueReminder, dueRound, forgetEnded, reminded, roundGiven, type PaidCard } from '@shared/tier/paidCard';
import { settleAccount } from '@shared/tier/settleAccount';
import { find } from '../../adapters/database';
import { systemRandom } from '../../adapters/random';
import { transact, type Transaction } from '../../adapters/transact';
import { post } from '../ledger/post';
import { isGone } from '../member/isLeaving';
import { queueMessage } from '../message/queueMessage';
import { loadProgramme } from '../store/loadProgramme';
import { pacer } from '../store/pacer';
import { issueVoucher, prepareIssue, type PreparedIssue } from '../voucher/issue';

/** start, account, leaving, voucher, voucher, message, leaving, account, commit, and a voucher's template now and then. */
const operationsPerAccount = 10;
/** Rounds of looking for a free unit before a voucher waits for the next run. */
const triesMax = 4;

interface Setting {
  readonly programme: Programme;
  readonly today: Day;
  readonly now: number;
}

/**
 * Serves the paid cards for which something is due: the vouchers of a round, the reminder a week before the end, and forgetting what has
 * ended. Found by an index on the day that each card names itself, so cards with nothing due cost nothing.
 */
export async function servePaidCards(
  now: number,
  clock: () => number,
  untilMs: number,
  batch: number,
): Promise<{ treated: number; more: boolean }> {
  const programme = await loadProgramme(now);
  const today = dayOf(now, programme.offsetMinutes);
  const pace = pacer({ operationsPerSecond: programme.jobOperationsPerSecond, clock, untilMs }, operationsPerAccount);
  const due = await find(
    'accounts',
    { 'paidCard.dueOn': { op: 'lte', value: today } },
    { limit: batch, order: [['paidCard.dueOn', 'asc']] },
  );
  let treated = 0;
  for (const account of due) {
    if (clock() >= untilMs) return { treated, more: true };
    await serveOne(account, { programme, today, now });
    treated += 1;
    await pace();
  }
  return { treated, more: due.length === batch };
}

async function serveOne({ _id, paidCard }: Account, setting: Setting): Promise<void> {
  const couponIds = dueRound(paidCard, setting.today)?.period.couponIds ?? [];
  for (let attempt = 1; attempt <= triesMax; attempt += 1) {
    const prepared = await Promise.all(couponIds.map((id) => prepareIssue(id, setting.now, systemRandom)));
    const outcome = await transact((transaction) => serve(transaction, _id, prepared, setting));
    if (outcome.ok) return;
  }
}

async function serve(
  transaction: Transaction,
  accountId: string,
  prepared: readonly (PreparedIssue | null)[],
  setting: Setting,
): Promise<Outcome<null, 'taken'>> {
  const account = await transaction.get('accounts', accountId);
  // Who is leaving earns nothing; should they stay, it is still due.
  if (account === null || (await isGone(transaction, account.memberId))) return accept(null);
  const given = await giveRound(transaction, account, prepared, setting);
  if (!given.ok) return given;
  const { programme, today, now } = setting;
  const endsOn = dueReminder(given.value, today);
  if (endsOn !== null) await remind(transaction, account, endsOn, now);
  const told = endsOn === null ? given.value : reminded(given.value, endsOn);
  const paidCard = forgetEnded(told, today);
  await post(transaction, { ...account, paidCard }, settleAccount(account, today, programme.tiers), now);
  return accept(null);
}

/** A voucher of each of the plan's coupons; one that cannot be given any more is left out. */
async function giveRound(
  transaction: Transaction,
  account: Account,
  prepared: readonly (PreparedIssue | null)[],
  { today, now }: Setting,
): Promise<Outcome<PaidCard, 'taken'>> {
  const due = dueRound(account.paidCard, today);
  if (due === null) return accept(account.paidCard);
  const { period, round } = due;
  const voucherIds: string[] = [];
  for (const each of prepared) {
    if (each === null || !period.couponIds.includes(each.coupon._id)) continue;
    const source = `plan:${period.orderId}:${round}`;
    const request = { memberId: account.memberId, accountId: account._id, source, key: source, at: now, today };
    const issued = await issueVoucher(transaction, each, request);
    if (issued.ok) voucherIds.push(issued.value._id);
    else if (issued.refusal.code === 'taken') return refuse('taken');
  }
  return accept(roundGiven(account.paidCard, period.orderId, voucherIds));
}

async function remind(transaction: Transaction, account: Account, endsOn: Day, at: number): Promise<void> {
  const last = account.paidCard.periods.at(-1);
  const source = `${account._id}:${endsOn}`;
  if (last === undefined) return;
  const facts = { plan: last.name, day: endsOn };
  await queueMessage(transaction, draftMessage({ kind: 'planEnding', source, memberId: account.memberId, facts }, at));
}
