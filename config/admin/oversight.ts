import type { Proposal, ProposalContent } from '@shared/audit/proposal';
import type { Session } from './session';
import { ask } from './ask';
import { randomUUID } from 'node:crypto';

const states = ['proposed', 'approved', 'rejected'] as const;

/** `adjust CARD POINTS REASON`: proposes a correction. */
export async function adjust(session: Session, [cardNumber = '', points = '', ...reason]: readonly string[]): Promise<number> {
  const input = { key: randomUUID(), cardNumber, points: Number(points), reason: reason.join(' ') };
  console.log(describe(await ask(session, 'audit.proposeAdjustment', input)));
  return 0;
}

/** `proposals [STATE]`: newest first. */
export async function proposals(session: Session, [wanted = 'proposed']: readonly string[]): Promise<number> {
  const state = states.find((each) => each === wanted);
  if (state === undefined) throw new Error(`Unknown state "${wanted}". States are: ${states.join(', ')}.`);
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await ask(session, 'audit.proposals', cursor === undefined ? { state } : { state, cursor });
    for (const proposal of page.proposals) console.log(describe(proposal));
    cursor = page.next;
  }
  return 0;
}

/** `decide ID approve|reject [NOTE]`. */
export async function decide(session: Session, [proposalId = '', verdict = '', ...note]: readonly string[]): Promise<number> {
  if (verdict !== 'approve' && verdict !== 'reject') throw new Error('Say approve or reject.');
  const input = { key: randomUUID(), proposalId, approve: verdict === 'approve', note: note.join(' ') };
  console.log(describe(await ask(session, 'audit.decide', input)));
  return 0;
}

/** `audit`: newest first, tab-separated. */
export async function auditLog(session: Session): Promise<number> {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await ask(session, 'audit.list', cursor === undefined ? {} : { cursor });
    for (const { at, staffId, shopId, device, act, subject, result } of page.records) {
      console.log([new Date(at).toISOString(), staffId, shopId ?? '-', device, act, subject, result].join('\t'));
    }
    cursor = page.next;
  }
  return 0;
}

function describe({ _id, state, content, proposedBy, decision }: Proposal): string {
  const decided = decision === null ? '' : `  by ${decision.by} ${decision.note}`;
  return `${_id}  ${state}  card …${content.cardTail}  ${whatOf(content)}  "${content.reason}"  proposed by ${proposedBy}${decided}`;
}

function whatOf(content: ProposalContent): string {
  switch (content.kind) {
    case 'adjustment':
      return `${content.points} points`;
    case 'planRefund':
      return `refund of order ${content.orderId}`;
    case 'business':
      return 'business account';
  }
}
