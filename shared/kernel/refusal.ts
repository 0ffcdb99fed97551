/** What may be said about a refusal: short facts that fill the gaps of its sentence (a time, a shop's name, a number left). */
export type RefusalArgs = Readonly<Record<string, string | number>>;

/** A refusal is a value: the request was understood and is answered with no. `code` is stable; its sentences live in the client's copy. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly args?: RefusalArgs;
}

/** What a decision or a use case gives: the value asked for, or why not. Faults (bugs, outages) are thrown instead. */
export type Outcome<Value, Code extends string = never> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal<Code> };

/** Wraps an accepted value. */
export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps a refusal with the facts its sentence needs. */
export function refuse<Code extends string>(code: Code, args?: RefusalArgs): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: args === undefined ? { code } : { code, args } };
}
