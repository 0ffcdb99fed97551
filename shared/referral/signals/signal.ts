/** Everything that can speak against an invitation having brought somebody new. */
export const signalCodes = ['sameIdentity', 'samePhone', 'sameAccount', 'existingMember', 'loop', 'tooFast', 'devicePattern'] as const;
export type SignalCode = (typeof signalCodes)[number];

/** What the rules look at; identities are keyed hashes. */
export interface SignalFacts {
  readonly at: number;
  readonly inviteeHash: string;
  readonly inviterHash: string;
  /** Who invited the inviter, and who invited them, nearest first. */
  readonly inviterChain: readonly string[];
  /** Whether they have, or lately had, a card. */
  readonly knownBefore: boolean;
  /** The accounts that both earn into; absent before the invitee has one. */
  readonly accounts?: { readonly invitee: string; readonly inviter: string };
  readonly phones: { readonly invitee: string | null; readonly inviter: string | null };
  readonly device: string | null;
  readonly inviterDevice: string | null;
  /** The inviter's latest other friends. */
  readonly recent: readonly { readonly at: number; readonly device: string }[];
}

/** One rule: how much it weighs when it holds. 100 refuses, from 40 on a person looks. */
export interface Signal {
  readonly code: SignalCode;
  readonly score: number;
  readonly holds: (facts: SignalFacts) => boolean;
}
