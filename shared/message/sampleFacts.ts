import { templateOf, type MessageKind } from './templates';
import type { FactKind } from './templateRow';
import type { Facts } from './types';

const samples: Readonly<Record<FactKind, (name: string) => Facts>> = {
  words: (name) => ({ [`${name}Zh`]: '手工茶杯', [`${name}En`]: 'A hand-made cup' }),
  text: (name) => ({ [name]: '2026-11' }),
  count: (name) => ({ [name]: 120 }),
  day: (name) => ({ [name]: '2026-12-31' }),
  clock: (name) => ({ [name]: '14:00' }),
  fen: (name) => ({ [name]: 12_850 }),
};

/** Made-up facts for a kind, to show what it would say. */
export function sampleFacts(kind: MessageKind): Facts {
  const facts = Object.entries(templateOf(kind).facts).map(([name, factKind]) => samples[factKind](name));
  return Object.assign({}, ...facts) as Facts;
}
