import { grantEntry, type GrantEntry, type GrantEntryKind } from './grantEntry';
import { grantsLeft, withGrants, type GrantAsk, type Notices } from './notices';
import type { GrantTopic } from './topics';

/** The phone and the platform's event tell of the same question within this time of each other. */
const sameAskMaxMs = 10 * 60_000;
const asksMax = 20;

/** What one side says of a question: the phone at once (a claim), or the platform by its event. */
export interface GrantWord {
  readonly topic: GrantTopic;
  readonly accepted: boolean;
  readonly by: 'phone' | 'event';
  readonly at: number;
  /** What tells two words apart: the tap's key, the event's. */
  readonly source: string;
}

export interface GrantsHeard {
  readonly notices: Notices;
  readonly entries: readonly GrantEntry[];
}

/**
 * Takes a word about a question. The first of the two sides counts; the second confirms it or, when it is the event, corrects it: one
 * question never gives two grants, and a claim that the platform denies gives none.
 */
export function hearGrant(notices: Notices, memberId: string, word: GrantWord): GrantsHeard {
  const { topic, accepted, by, at, source } = word;
  const earlier = notices.asks.find((ask) => !ask.paired && ask.topic === topic && ask.by !== by && Math.abs(ask.at - at) <= sameAskMaxMs);
  const wanted = (accepted ? 1 : 0) - (earlier?.accepted === true ? 1 : 0);
  // The event is the truth; a phone that contradicts an earlier event changes nothing.
  const asked = by === 'phone' && earlier !== undefined ? 0 : wanted;
  // A claimed grant that is denied after it was used cannot be taken back twice: 43101 has said so.
  const delta = Math.max(asked, 0 - grantsLeft(notices, topic));
  const own: GrantAsk = { topic, at, by, accepted, paired: earlier !== undefined };
  const asks = [...notices.asks.map((ask) => (ask === earlier ? { ...ask, paired: true } : ask)), own].slice(-asksMax);
  const entry = grantEntry({ memberId, topic, kind: kindOf(by, accepted), delta, at, source });
  return { notices: { ...withGrants(notices, topic, delta), asks }, entries: [entry] };
}

function kindOf(by: GrantWord['by'], accepted: boolean): GrantEntryKind {
  if (!accepted) return 'refused';
  return by === 'phone' ? 'claimed' : 'accepted';
}

/** The member switched a template off in WeChat's own settings: every grant of it is gone. */
export function loseGrants(
  notices: Notices,
  memberId: string,
  lost: { readonly topic: GrantTopic; readonly at: number; readonly source: string },
): GrantsHeard {
  const delta = 0 - grantsLeft(notices, lost.topic);
  const entry = grantEntry({ memberId, topic: lost.topic, kind: 'gone', delta, at: lost.at, source: lost.source });
  return { notices: withGrants(notices, lost.topic, delta), entries: [entry] };
}
