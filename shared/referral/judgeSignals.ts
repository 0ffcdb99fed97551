import { devicePattern } from './signals/devicePattern';
import { existingMember } from './signals/existingMember';
import { loop } from './signals/loop';
import { sameIdentity } from './signals/sameIdentity';
import { sameAccount } from './signals/sameAccount';
import { samePhone } from './signals/samePhone';
import type { Signal, SignalCode, SignalFacts } from './signals/signal';
import { tooFast } from './signals/tooFast';

/** Every rule there is. */
const signals: readonly Signal[] = [sameIdentity, samePhone, sameAccount, existingMember, loop, tooFast, devicePattern];

/** From this score on a person looks; from that on it is refused. */
const holdScore = 40;
const refuseScore = 100;

/** What the rules say together. */
export interface Verdict {
  readonly is: 'clear' | 'held' | 'refused';
  /** Those that hold, the heaviest first. */
  readonly signals: readonly SignalCode[];
  readonly score: number;
}

/** Adds up the scores of the rules that hold. */
export function judgeSignals(facts: SignalFacts): Verdict {
  const holding = signals.filter((signal) => signal.holds(facts)).sort((a, b) => b.score - a.score);
  const score = holding.reduce((sum, signal) => sum + signal.score, 0);
  const heavy = (holding[0]?.score ?? 0) >= refuseScore;
  return { is: heavy ? 'refused' : score >= holdScore ? 'held' : 'clear', signals: holding.map(({ code }) => code), score };
}
