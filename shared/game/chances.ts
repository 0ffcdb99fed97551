import { accept, refuse, type Outcome } from '../kernel/refusal';
import { addDays, type Day } from '../kernel/time';
import type { ChanceAccount, ChanceEntry, ChanceEntryKind, ChanceLot, ChancePolicy, ChanceSource } from './types';

/** What a rule makes of an account's chances: the account as it is then, and the entries that say so. */
export interface ChanceMove<A extends ChanceAccount> {
  readonly account: A;
  readonly entries: readonly ChanceEntry[];
}

/** When a rule is run: the programme's day, and the instant (epoch ms) that entries carry. */
export interface ChanceTime {
  readonly today: Day;
  readonly at: number;
}

/** Chances to be given. `sourceId` is unique within its source: a purchase's id, a month's milestone, the caller's key. */
export interface ChanceGrant {
  /** Who has come by them: the day's limits are each one's own, also where several share an account. */
  readonly memberId: string;
  readonly source: ChanceSource;
  readonly sourceId: string;
  readonly count: number;
  /** The one pool they are for, if so. */
  readonly poolId?: string;
}

/** How many more a source may give somebody today; a source without a limit has room for any. */
export function chanceRoom(
  account: ChanceAccount,
  { memberId, source }: Pick<ChanceGrant, 'memberId' | 'source'>,
  policy: ChancePolicy,
  today: Day,
): number {
  const max = policy.perDayMax[source];
  if (max === undefined) return Number.MAX_SAFE_INTEGER;
  const given = account.chanceDay?.day === today ? (account.chanceDay.given[memberId]?.[source] ?? 0) : 0;
  return Math.max(0, max - given);
}

/**
 * Gives chances: as many as the day's limit of their source has room for, usable for `lifeDays` days from today on. The entry is written
 * even when it gives none, so that the same source is never asked again. The caller makes sure that a source gives once.
 */
export function addChances<A extends ChanceAccount>(before: A, grant: ChanceGrant, policy: ChancePolicy, time: ChanceTime): ChanceMove<A> {
  const { account, entries } = lapseChances(before, time);
  const count = Math.min(grant.count, chanceRoom(account, grant, policy, time.today));
  const lot: ChanceLot = {
    id: `${grant.source}:${grant.sourceId}`,
    source: grant.source,
    poolId: grant.poolId ?? null,
    left: count,
    expiresOn: addDays(time.today, policy.lifeDays - 1),
  };
  const given = account.chanceDay?.day === time.today ? account.chanceDay.given : {};
  const own = given[grant.memberId] ?? {};
  const next = {
    ...account,
    chances: count === 0 ? account.chances : [...account.chances, lot].sort(byEnd),
    chanceDay: { day: time.today, given: { ...given, [grant.memberId]: { ...own, [grant.source]: (own[grant.source] ?? 0) + count } } },
  };
  return written(next, entries, { kind: grant.source, source: grant.sourceId, lot: lot.id, delta: count }, time);
}

/** Lots that can be used for a pool today, in the order in which they are: the first to lapse, then those bound to it, then by id. */
export function usableChances(
  account: ChanceAccount,
  poolId: string,
  isStopped: (poolId: string) => boolean,
  today: Day,
): readonly ChanceLot[] {
  // A chance bound to a pool that was stopped is free again (product.md, Exact readings, Draw).
  const fits = (lot: ChanceLot): boolean => lot.poolId === null || lot.poolId === poolId || isStopped(lot.poolId);
  return account.chances.filter((lot) => lot.expiresOn >= today && fits(lot)).sort((a, b) => byEndThenBound(a, b, poolId));
}

/** Takes one chance for a draw. The draw's own record is its entry: it carries `spent`. */
export function spendChance<A extends ChanceAccount>(
  before: A,
  poolId: string,
  isStopped: (poolId: string) => boolean,
  time: ChanceTime,
): Outcome<ChanceMove<A> & { readonly spent: { readonly lot: string; readonly seq: number } }, 'chance.none'> {
  const { account, entries } = lapseChances(before, time);
  const [lot] = usableChances(account, poolId, isStopped, time.today);
  if (lot === undefined) return refuse('chance.none');
  const chances = account.chances.flatMap((each) =>
    each.id === lot.id ? (each.left > 1 ? [{ ...each, left: each.left - 1 }] : []) : [each],
  );
  const seq = account.chanceSeq + 1;
  return accept({ account: { ...account, chances, chanceSeq: seq }, entries, spent: { lot: lot.id, seq } });
}

/** Takes back what is left of a lot, as when its purchase is refunded; spent chances stay spent. Nothing when nothing is left. */
export function withdrawChances<A extends ChanceAccount>(
  before: A,
  origin: Pick<ChanceGrant, 'source' | 'sourceId'>,
  time: ChanceTime,
): ChanceMove<A> {
  const { account, entries } = lapseChances(before, time);
  const id = `${origin.source}:${origin.sourceId}`;
  const lot = account.chances.find((each) => each.id === id);
  return lot === undefined ? { account, entries } : removed(account, entries, lot, 'withdrawal', time);
}

/** Moves all chances to another account; `source` names the joining. A lot's id stays, so that its purchase can still withdraw it. */
export function moveChances<A extends ChanceAccount>(
  from: A,
  to: A,
  source: string,
  time: ChanceTime,
): { readonly from: ChanceMove<A>; readonly to: ChanceMove<A> } {
  const lapsed = lapseChances(from, time);
  const moveOf = (lot: ChanceLot, delta: number) => ({ kind: 'transfer', source: `${source}:${lot.id}`, lot: lot.id, delta }) as const;
  const lots = lapsed.account.chances;
  return {
    from: lots.reduce<ChanceMove<A>>(({ account, entries }, lot) => written(account, entries, moveOf(lot, -lot.left), time), {
      account: { ...lapsed.account, chances: [] },
      entries: lapsed.entries,
    }),
    to: lots.reduce<ChanceMove<A>>(
      ({ account, entries }, lot) => written(withLot(account, lot), entries, moveOf(lot, lot.left), time),
      lapseChances(to, time),
    ),
  };
}

function withLot<A extends ChanceAccount>(account: A, lot: ChanceLot): A {
  const there = account.chances.find(({ id }) => id === lot.id);
  const others = account.chances.filter(({ id }) => id !== lot.id);
  const left = lot.left + (there?.left ?? 0);
  return { ...account, chances: [...others, { ...lot, left }].sort(byEnd) };
}

/** Writes down that lots past their end have lapsed. */
function lapseChances<A extends ChanceAccount>(before: A, time: ChanceTime): ChanceMove<A> {
  return before.chances
    .filter((lot) => lot.expiresOn < time.today)
    .reduce<ChanceMove<A>>(({ account, entries }, lot) => removed(account, entries, lot, 'expiry', time), { account: before, entries: [] });
}

function removed<A extends ChanceAccount>(
  account: A,
  entries: readonly ChanceEntry[],
  lot: ChanceLot,
  kind: 'withdrawal' | 'expiry',
  time: ChanceTime,
): ChanceMove<A> {
  const next = { ...account, chances: account.chances.filter((each) => each.id !== lot.id) };
  return written(next, entries, { kind, source: lot.id, lot: lot.id, delta: -lot.left }, time);
}

function written<A extends ChanceAccount>(
  account: A,
  entries: readonly ChanceEntry[],
  move: { readonly kind: ChanceEntryKind; readonly source: string; readonly lot: string; readonly delta: number },
  { today, at }: ChanceTime,
): ChanceMove<A> {
  const seq = account.chanceSeq + 1;
  const entry = { _id: `${account._id}:${move.kind}:${move.source}`, accountId: account._id, seq, at, day: today, ...move };
  return { account: { ...account, chanceSeq: seq }, entries: [...entries, entry] };
}

function byEnd(a: ChanceLot, b: ChanceLot): number {
  if (a.expiresOn !== b.expiresOn) return a.expiresOn < b.expiresOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function byEndThenBound(a: ChanceLot, b: ChanceLot, poolId: string): number {
  if (a.expiresOn !== b.expiresOn) return byEnd(a, b);
  return Number(b.poolId === poolId) - Number(a.poolId === poolId) || byEnd(a, b);
}
