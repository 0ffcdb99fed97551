import type { Chain } from './recordSdk';

/** Where a name of the SDK was called: which part of the SDK it belongs to. */
export type SdkPart = 'commands' | 'expressions' | 'projections' | 'stages' | 'documents' | 'transactions';

/** Names the SDK was called by, by part. */
export type CalledNames = Readonly<Record<SdkPart, Set<string>>>;

const noNames = (): CalledNames => ({
  commands: new Set(),
  expressions: new Set(),
  projections: new Set(),
  stages: new Set(),
  documents: new Set(),
  transactions: new Set(),
});

/** Names of calls that were answered, and of those that were refused, since the tests of this process began. */
export const answered = noNames();
export const refused = noNames();

/** Notes every name in a call that a function made with the real SDK, and in its arguments. */
export function noteCall(chain: Chain, into: CalledNames): void {
  const names = chain.steps.map((step) => step.call);
  const [first, second] = names;
  const note = (part: SdkPart, more: readonly string[]): void => more.forEach((name) => into[part].add(name));
  if (first === 'command' && second === 'aggregate') {
    note('expressions', names.slice(2, 3));
    note('stages', names.slice(3));
  } else if (first === 'command' && second === 'project') note('projections', names.slice(2));
  else if (first === 'command') note('commands', names.slice(1));
  else if (first === 'collection') {
    const stagesFrom = names.indexOf('aggregate') + 1;
    note('documents', names.slice(1, stagesFrom === 0 ? undefined : stagesFrom));
    if (stagesFrom > 0) note('stages', names.slice(stagesFrom));
  }
  if (typeof chain.root === 'number') note('transactions', names.slice(0, 1));
  for (const step of chain.steps) noteWithin(step.args, into);
}

function noteWithin(value: unknown, into: CalledNames): void {
  if (typeof value !== 'object' || value === null) return;
  if ('$chain' in value) noteCall(value.$chain as Chain, into);
  else for (const inner of Object.values(value)) noteWithin(inner, into);
}
