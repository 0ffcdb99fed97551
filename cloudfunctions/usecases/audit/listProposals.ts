import type { ProposalPage } from '@shared/audit/contract';
import type { ProposalState } from '@shared/audit/proposal';
import { accept, type Outcome } from '@shared/kernel/refusal';
import { find } from '../../adapters/database';

const pageRows = 50;

/** Proposals in one state, newest first. The cursor is the time of the last one shown. */
export async function listProposals(
  _who: unknown,
  input: { state: ProposalState; cursor?: string | undefined },
): Promise<Outcome<ProposalPage>> {
  const before = Number(input.cursor ?? Number.MAX_SAFE_INTEGER);
  const proposals = await find(
    'proposals',
    { state: input.state, proposedAt: { op: 'lt', value: Number.isNaN(before) ? 0 : before } },
    { limit: pageRows, order: [['proposedAt', 'desc']] },
  );
  return accept({ proposals, next: proposals.length === pageRows ? String(proposals.at(-1)?.proposedAt) : null });
}
