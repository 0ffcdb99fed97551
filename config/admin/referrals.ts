import type { ReviewRow } from '@shared/referral/contract';
import { ask } from './ask';
import type { Session } from './session';

/** `referrals`: invitations that somebody has to look at, those that wait longest first. */
export async function referrals(session: Session): Promise<number> {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await ask(session, 'referral.queue', cursor === undefined ? {} : { cursor });
    for (const row of page.rows) console.log(describe(row));
    cursor = page.next;
  }
  return 0;
}

/** `review FRIEND approve|refuse REASON`: decides one of them. */
export async function review(session: Session, [friend = '', verdict = '', ...reason]: readonly string[]): Promise<number> {
  if (verdict !== 'approve' && verdict !== 'refuse') throw new Error('Say approve or refuse.');
  console.log(describe(await ask(session, 'referral.review', { friend, approve: verdict === 'approve', reason: reason.join(' ') })));
  return 0;
}

function describe({ friend, inviterId, state, signals, score, waitingSince, appeal, reviewed }: ReviewRow): string {
  const said = appeal === null ? '' : `  appeal "${appeal}"`;
  const decided = reviewed === null ? '' : `  ${reviewed.approved ? 'approved' : 'refused'} by ${reviewed.staffId} "${reviewed.reason}"`;
  const since = new Date(waitingSince).toISOString();
  return `${friend}  ${state}  score ${score} (${signals.join(', ')})  invited by ${inviterId}  since ${since}${said}${decided}`;
}
