import { accept, refuse, type Outcome } from '../kernel/refusal';

/** What every proposal names. */
interface About {
  readonly accountId: string;
  /** Last four digits of the card it was proposed for. */
  readonly cardTail: string;
  readonly reason: string;
}

/** A correction of points. */
interface AdjustmentContent extends About {
  readonly kind: 'adjustment';
  readonly points: number;
}

/** A paid card's order to be ended, with the share of the days to come given back. */
interface PlanRefundContent extends About {
  readonly kind: 'planRefund';
  readonly orderId: string;
}

/** An account to be a business's. */
interface BusinessContent extends About {
  readonly kind: 'business';
}

/** What can be proposed: one block per kind, `content` being what its carrying out needs. */
export type ProposalContent = AdjustmentContent | PlanRefundContent | BusinessContent;

export type ProposalState = 'proposed' | 'approved' | 'rejected';

/** Something that one operator proposes and another decides. `_id` = `<staff>:<the caller's key>`. */
export interface Proposal {
  readonly _id: string;
  readonly content: ProposalContent;
  readonly state: ProposalState;
  readonly proposedBy: string;
  readonly proposedAt: number;
  readonly device: string;
  readonly decision: Decision | null;
}

/** Who decided, by which tap, when, and what they said. */
export interface Decision {
  readonly key: string;
  readonly by: string;
  readonly at: number;
  readonly device: string;
  readonly note: string;
}

export type DecideRefusal = 'proposal.unknown' | 'proposal.own' | 'proposal.decided';

/**
 * Decides a proposal: never by the one who made it, and once. The same tap again is told what it decided (`repeat`).
 */
export function decideProposal(
  proposal: Proposal | null,
  verdict: { readonly approve: boolean; readonly decision: Decision },
): Outcome<{ readonly proposal: Proposal; readonly repeat: boolean }, DecideRefusal> {
  if (proposal === null) return refuse('proposal.unknown');
  const { decision } = verdict;
  if (proposal.decision !== null) {
    const { key, by, note } = proposal.decision;
    const same =
      key === decision.key && by === decision.by && note === decision.note && (proposal.state === 'approved') === verdict.approve;
    return same ? accept({ proposal, repeat: true }) : refuse('proposal.decided', { by: proposal.decision.by });
  }
  if (proposal.proposedBy === decision.by) return refuse('proposal.own');
  return accept({ proposal: { ...proposal, state: verdict.approve ? 'approved' : 'rejected', decision }, repeat: false });
}
