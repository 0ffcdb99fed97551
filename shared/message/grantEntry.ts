import type { GrantTopic } from './topics';

/**
 * `claimed`: the phone said accepted. `accepted`, `refused`: the platform's event, and what it corrected. `used`: for one message.
 * `returned`: the platform refused that message for certain. `gone`: 43101, or the template switched off in WeChat.
 */
export type GrantEntryKind = 'claimed' | 'accepted' | 'refused' | 'used' | 'returned' | 'gone';

/** One line of the ledger of grants: appended, never changed. The deltas of a member and topic add up to the grants left. */
export interface GrantEntry {
  readonly _id: string;
  readonly memberId: string;
  readonly topic: GrantTopic;
  readonly kind: GrantEntryKind;
  readonly delta: number;
  readonly at: number;
  /** What it came from: a tap's key, an event, a message. */
  readonly source: string;
}

/** An entry; its id follows from what it came from. */
export function grantEntry(fields: Omit<GrantEntry, '_id'>): GrantEntry {
  return { _id: grantEntryId(fields), ...fields };
}

/** The id of an entry, by what it came from. */
export function grantEntryId({ memberId, kind, topic, source }: Pick<GrantEntry, 'memberId' | 'kind' | 'topic' | 'source'>): string {
  return `${memberId}:${kind}:${topic}:${source}`;
}
