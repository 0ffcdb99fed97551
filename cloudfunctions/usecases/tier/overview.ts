import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { viewLadder } from '@shared/reward/climb';
import type { TierOverview } from '@shared/tier/contract';
import { settleAccount } from '@shared/tier/settleAccount';
import { viewTier } from '@shared/tier/view';
import { find, get } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';

const pageRows = 20;

/** The caller's standing, the table, and changes of tier, newest first. The cursor is the number of the last one shown. */
export async function overview(caller: Caller, input: { cursor?: string | undefined }): Promise<Outcome<TierOverview, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const before = Number(input.cursor ?? Number.MAX_SAFE_INTEGER);
  const accountId = member.value.accountId;
  const [programme, account, changes] = await Promise.all([
    loadProgramme(caller.now),
    get('accounts', accountId),
    find(
      'tierChanges',
      { accountId, n: { op: 'lt', value: Number.isNaN(before) ? 0 : before } },
      { limit: pageRows + 1, order: [['n', 'desc']] },
    ),
  ]);
  if (account === null) throw new Error(`Member ${member.value.memberId} has no account`);
  const today = dayOf(caller.now, programme.offsetMinutes);
  const { standing } = settleAccount(account, today, programme.tiers);
  const shown = changes.slice(0, pageRows);
  return accept({
    today,
    tier: viewTier(standing, today, programme.tiers),
    lifetimePoints: standing.lifetimePoints,
    ladder: viewLadder(programme.lifetimeLadder, account.ladder),
    tiers: programme.tiers,
    changes: shown.map(({ n, day, from, to, reason, score }) => ({ n, day, from, to, reason, score })),
    next: changes.length > pageRows ? String(shown.at(-1)?.n) : null,
  });
}
