import type * as z from 'zod/mini';

/** The refusals that `serve` itself can give to any call, before a handler is reached or when the database stays contended. */
export const edgeRefusals = [
  'call.malformed',
  'call.tooLarge',
  'call.unknownMethod',
  'call.noIdentity',
  'call.tooMany',
  'call.notAllowed',
  'call.badInput',
  'call.fault',
  'busy.tryAgain',
] as const;
export type EdgeRefusal = (typeof edgeRefusals)[number];

/** One thing a caller can ask a function for: how its input is parsed, what it answers, which refusals it declares. */
export interface Command<Input = unknown, Output = unknown, Code extends string = string> {
  readonly input: z.ZodMiniType<Input>;
  readonly refusals: readonly Code[];
  /** Never set: carries the answer's type to both sides without costing the phone a schema. */
  readonly output?: Output;
}

/** Every method of one deployed function, by name (`capability.verb`). */
export type Contract = Readonly<Record<string, Command>>;

export type InputOf<C> = C extends Command<infer Input, unknown> ? Input : never;
export type OutputOf<C> = C extends { readonly output?: infer Output } ? Exclude<Output, undefined> : never;
export type RefusalOf<C> = C extends { readonly refusals: readonly (infer Code extends string)[] } ? Code : never;

/**
 * Declares a command. Usage: `command<Answer>()({ input, refusals: ['code.a'] })`; the answer's type is given by hand,
 * the input's and the refusals' are read off the values.
 */
export function command<Output>() {
  return <Input, const Codes extends readonly string[]>(declared: {
    input: z.ZodMiniType<Input>;
    refusals: Codes;
  }): Command<Input, Output, Codes[number]> => declared;
}

/** Whether a command carries its caller's key, by which the same tap is known again. */
export function isKeyed({ input }: Command): boolean {
  return 'shape' in input && typeof input.shape === 'object' && input.shape !== null && 'key' in input.shape;
}

/** What travels to a function. Identity is never in it; `device` is a random name of the phone, kept with every staff act. */
export interface CallEvent {
  readonly method: string;
  readonly input?: unknown;
  readonly device?: string;
}

/** What travels back: the answer or the refusal, and the server's time (epoch ms) so that a phone can keep its offset. */
export type CallReply<Value = unknown> =
  | { readonly ok: true; readonly value: Value; readonly now: number }
  | {
      readonly ok: false;
      readonly refusal: { readonly code: string; readonly args?: Readonly<Record<string, string | number>> };
      readonly now: number;
    };
