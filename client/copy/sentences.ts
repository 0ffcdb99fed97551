import type { RefusalCode } from '@shared/functions';

/** Every code that a person can be told: the contracts' and the phone's own. */
export type SpokenCode = RefusalCode | 'net.offline';

/** A sentence for every code; one that is missing does not compile. Gaps like `{at}` are filled from the refusal. */
export type Sentences = Readonly<Record<SpokenCode, string>>;
