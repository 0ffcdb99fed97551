import type { Entry } from '@shared/ledger/types';
import { grouped, spoilFirst, total, type Invariant } from './invariant';

const earning: readonly string[] = ['accrual', 'checkin', 'gift', 'prize', 'race', 'referral'];
/** A command that was under way when somebody asked to leave may still be written: a visit lives ten minutes. */
const underWayMs = 15 * 60_000;

/** What an account came to by its closing entry; an account without points has none. */
function restOf(entries: readonly Entry[], closing: string): number {
  const closed = entries.find(({ kind, source }) => kind === 'closing' && source === closing);
  const until = entries.filter(({ seq }) => closed !== undefined && seq <= closed.seq);
  return total(until, ({ availableDelta, pendingDelta, debtDelta }) => availableDelta + pendingDelta - debtDelta);
}

/** Who is leaving earns nothing and is nobody; who has left has no points, no voucher and no personal facts. */
export const leavingsHonoured: Invariant = {
  name: 'who leaves earns nothing, and nothing is left of who has left',
  check({ leavings, members, entries, cards, vouchers, outbox }) {
    const [byAccount, held] = [grouped(entries, ({ accountId }) => accountId), grouped(vouchers, ({ memberId }) => memberId ?? '')];
    const wrong = leavings.flatMap(({ _id, accountId, state, askedAt, eraseAt, endedAt, openid, cardNumber }) => {
      const told = (what: string): string => `leaving ${_id}: ${what}`;
      const member = members.find(({ memberId }) => memberId === _id);
      const until = state === 'waiting' ? Number.MAX_SAFE_INTEGER : (endedAt ?? 0);
      const earned = (byAccount.get(accountId) ?? []).filter(
        ({ kind, at }) => earning.includes(kind) && at > askedAt + underWayMs && at < until,
      );
      const said = earned.map(({ _id: entry }) => told(`earned ${entry} while leaving`));
      if (state === 'waiting' && member?.leavingAt !== eraseAt) said.push(told('is waited for, and the member does not know'));
      if (state !== 'erased') return said;
      const card = cards.find((each) => each._id === cardNumber);
      if (member !== undefined || openid !== null || card?.openid !== null) said.push(told('was erased, and is still known'));
      const rest = restOf(byAccount.get(accountId) ?? [], `left:${askedAt}`);
      if (rest !== 0) said.push(told(`was erased with ${rest} points`));
      // What an undo gives back later stands for nobody who could come with it.
      const open = (held.get(_id) ?? []).filter(
        (voucher) => ['issued', 'gifting'].includes(voucher.state) && (voucher.steps.at(-1)?.at ?? 0) <= (endedAt ?? 0),
      );
      if (open.length > 0) said.push(told(`was erased with ${open.length} vouchers`));
      const messages = outbox.filter(({ memberId }) => memberId === _id);
      if (messages.some(({ createdAt }) => createdAt < (endedAt ?? 0) - underWayMs)) said.push(told('was erased, and there are messages'));
      if (messages.some(({ sent }) => sent !== null && sent.channel !== 'inbox')) said.push(told('was erased, and was sent a message'));
      return said;
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
