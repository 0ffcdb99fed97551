import * as z from 'zod/mini';
import { command } from '../kernel/contract';
import { cursorField, keyField } from '../kernel/fields';
import type { Proposal } from './proposal';
import type { AuditRecord } from './types';

export interface AuditPage {
  readonly records: readonly AuditRecord[];
  readonly next: string | null;
}

export interface ProposalPage {
  readonly proposals: readonly Proposal[];
  readonly next: string | null;
}

const reasonField = z.string().check(z.trim(), z.minLength(4), z.maxLength(200));
const adjustmentMaxPoints = 1_000_000;
const pointsField = z.int().check(
  z.gte(-adjustmentMaxPoints),
  z.lte(adjustmentMaxPoints),
  z.refine((points) => points !== 0),
);

export const auditConsole = {
  /** Acts that have no document of their own, newest first. */
  'audit.list': command<AuditPage>()({ input: z.strictObject({ cursor: z.optional(cursorField) }), refusals: [] }),
  /** Proposes a correction of a member's points, to be decided by somebody else. */
  'audit.proposeAdjustment': command<Proposal>()({
    input: z.strictObject({ key: keyField, cardNumber: z.string().check(z.regex(/^9\d{15}$/)), points: pointsField, reason: reasonField }),
    refusals: ['card.unknown', 'key.reused'],
  }),
  /** Proposals in one state, newest first. */
  'audit.proposals': command<ProposalPage>()({
    input: z.strictObject({ state: z.enum(['proposed', 'approved', 'rejected']), cursor: z.optional(cursorField) }),
    refusals: [],
  }),
  /** Approves (and carries out at once) or rejects what somebody else proposed. */
  'audit.decide': command<Proposal>()({
    input: z.strictObject({
      key: keyField,
      proposalId: z.string().check(z.maxLength(128)),
      approve: z.boolean(),
      note: z.string().check(z.maxLength(200)),
    }),
    refusals: ['proposal.unknown', 'proposal.own', 'proposal.decided', 'member.left'],
  }),
};
