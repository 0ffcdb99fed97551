import type { Sdk } from './recordSdk';

/** One expression on one document, with what MongoDB gives. */
export interface ExpressionCase {
  readonly name: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly expression: (aggregate: Sdk) => unknown;
  readonly gives: unknown;
}
