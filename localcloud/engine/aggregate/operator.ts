import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import { cloudFault } from '../../cloudFault';

/** An expression operator as mingo calls it: the document, what stands beside the operator, and mingo's own options. */
export type Operator = (...call: [document: unknown, operand: unknown, options: unknown]) => unknown;

/** Computes an operator's arguments on a document. */
export function argument(document: unknown, operand: unknown, options: unknown): unknown {
  return evalExpr(document, operand, options as Options);
}

/** Computes an operator's list of arguments; an absent one is `undefined`. Refuses another number of them. */
export function argumentList(
  name: string,
  operand: unknown,
  least: number,
  most: number,
  compute: (part: unknown) => unknown,
): readonly unknown[] {
  const parts = Array.isArray(operand) ? operand : [operand];
  if (parts.length < least || parts.length > most)
    throw expressionFault(
      `Expression ${name} takes ${least === most ? `exactly ${least}` : `${least} to ${most}`} arguments. ${parts.length} were passed in.`,
    );
  return parts.map(compute);
}

/** An expression MongoDB refuses. */
export function expressionFault(message: string): Error {
  return cloudFault('DATABASE_REQUEST_FAILED', message);
}
