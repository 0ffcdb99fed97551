import type { Entry } from '@shared/ledger/types';
import type { Leaving } from '@shared/member/leave';
import type { Acknowledged } from '../openJournal';
import type { Snapshot } from '../takeSnapshot';
import { grouped, spoilFirst, type Invariant } from './invariant';

const earning: readonly string[] = ['accrual', 'checkin', 'gift', 'prize', 'race', 'referral'];
/** A command that was under way when somebody asked to leave may still be written: a visit lives ten minutes. */
const underWayMs = 15 * 60_000;
const offsetMs = 480 * 60_000;

/** Who is leaving earns nothing and is nobody; of who has left nothing is open, owed or known. */
export const leavingsHonoured: Invariant = {
  name: 'who leaves earns nothing, and nothing is left of who has left',
  check(documents, acknowledged) {
    const { leavings, members, entries } = documents;
    const earner = earnerOf(documents);
    const earned = grouped(
      entries.filter(({ kind }) => earning.includes(kind)),
      earner,
    );
    const known = openidsOf(documents, acknowledged);
    const wrong = leavings.flatMap((leaving) => {
      const { _id, state, askedAt, eraseAt, endedAt } = leaving;
      const member = members.find(({ memberId }) => memberId === _id);
      const until = state === 'waiting' ? Number.MAX_SAFE_INTEGER : (endedAt ?? 0);
      const late = (earned.get(_id) ?? []).filter(({ at }) => at > askedAt + underWayMs && at < until);
      return [
        ...late.map(({ _id: entry }) => `earned ${entry} while leaving`),
        ...(state === 'waiting' && member?.leavingAt !== eraseAt ? ['is waited for, and the member does not know'] : []),
        ...(state === 'erased' ? leftBehind(leaving, documents) : []),
        ...(state === 'erased' ? stillNamed(known.get(_id), documents) : []),
      ].map((what) => `leaving ${_id}: ${what}`);
    });
    return { looked: leavings.length, wrong };
  },
  spoil: ({ leavings }) =>
    spoilFirst(
      leavings,
      () => true,
      () => ({ state: 'erased' as const, openid: 'somebody' }),
    ),
};

/** Whose doing an entry is: on a shared account the others go on earning. */
function earnerOf({ purchases, cards, referrals }: Snapshot): (entry: Entry) => string {
  const buyers = new Map(purchases.map(({ _id, memberId }) => [_id, memberId]));
  const inviters = new Map(referrals.map(({ friendId, inviterId }) => [friendId, inviterId]));
  const ids = new Set(cards.map(({ memberId }) => memberId));
  return ({ accountId, source }) => {
    const named = source.split(':').find((part) => ids.has(part));
    return buyers.get(source) ?? inviters.get(source.split(':')[0] ?? '') ?? named ?? accountId;
  };
}

/** What there is of somebody who was erased, and must not be. */
function leftBehind(leaving: Leaving, all: Snapshot): readonly string[] {
  const { _id, openid, cardNumber, endedAt } = leaving;
  const account = all.accounts.find((each) => each._id === _id);
  const card = all.cards.find((each) => each._id === cardNumber);
  const endedOn = new Date((endedAt ?? 0) + offsetMs).toISOString().slice(0, 10);
  const open = ['issued', 'gifting'];
  const rest: Readonly<Record<string, number>> = {
    'personal facts': all.members.filter(({ memberId }) => memberId === _id).length,
    'a name in its leaving': openid === null ? 0 : 1,
    'a name on its card': card?.openid === null && card.leaving === true ? 0 : 1,
    points: account === undefined ? 1 : account.available + account.pending + account.debt + account.lots.length + account.buckets.length,
    'a place in an account': account?.movedTo == null ? 0 : 1,
    'people in its account': account?.family?.members.length ?? 0,
    'a name in an account': all.accounts.filter(({ family }) => family?.members.some(({ memberId }) => memberId === _id)).length,
    'days of a paid card': account?.paidCard.periods.filter((period) => period.endsOn > endedOn).length ?? 0,
    vouchers: all.vouchers.filter(({ memberId, state }) => memberId === _id && open.includes(state)).length,
    guesses: all.riddleStates.filter(({ memberId }) => memberId === _id).length,
    'a file': all.exports.filter((made) => made._id === _id).length,
    invitations: all.inviters.filter((inviter) => inviter._id === _id).length,
    'a hash at their friends': all.referrals.filter(({ inviterId, inviterHash }) => inviterId === _id && inviterHash !== '').length,
    'a hash of their own': all.referrals.filter((referral) => referral.inviteeId === _id && referral._id !== `left:${_id}`).length,
  };
  // A job that was under way may have written one more, which then reaches nobody.
  const messages = all.outbox.filter(
    ({ memberId, createdAt, sent }) => memberId === _id && (createdAt > (endedAt ?? 0) + underWayMs || sent?.channel === 'subscription'),
  );
  return [
    ...Object.entries(rest).flatMap(([what, many]) => (many === 0 ? [] : [`was erased, and there is still ${what} (${many})`])),
    ...afterwards(leaving, all.entries).map((entry) => `was erased, and ${entry._id} came afterwards`),
    ...messages.map(({ kind, createdAt }) => `was erased, and there is a message ${kind} of ${createdAt - (endedAt ?? 0)} ms later`),
  ];
}

/** Entries after the closing one; of an account without points, which needs none, those after what was under way. */
function afterwards({ _id, askedAt, endedAt }: Leaving, entries: readonly Entry[]): readonly Entry[] {
  const closing = entries.find((entry) => entry._id === `${_id}:closing:left:${askedAt}`);
  const isLate = (entry: Entry): boolean => (closing === undefined ? entry.at > (endedAt ?? 0) + underWayMs : entry.seq > closing.seq);
  return entries.filter((entry) => entry.accountId === _id && isLate(entry));
}

/** Who each member was, by the cards that people were given. */
function openidsOf({ cards }: Snapshot, acknowledged: readonly Acknowledged[]): ReadonlyMap<string, string> {
  const owners = new Map(cards.map(({ _id, memberId }) => [_id, memberId]));
  return new Map(
    acknowledged.flatMap(({ method, value, openid }) => {
      const memberId = method === 'member.join' ? owners.get((value as { readonly cardNumber: string }).cardNumber) : undefined;
      return memberId === undefined ? [] : [[memberId, openid] as const];
    }),
  );
}

/** Collections whose documents name the identity of somebody who was erased and has not come again. */
function stillNamed(openid: string | undefined, all: Snapshot): readonly string[] {
  if (openid === undefined || all.members.some(({ _id }) => _id === openid)) return [];
  // What reached phones is the platform's own memory.
  const named = Object.entries(all).filter(([name, documents]) => name !== 'delivered' && names(documents, openid));
  return named.map(([collection]) => `was erased, and ${collection} still names them`);
}

function names(value: unknown, openid: string): boolean {
  if (typeof value === 'string') return value === openid || value.startsWith(`${openid}:`);
  return typeof value === 'object' && value !== null && Object.values(value).some((inner) => names(inner, openid));
}
