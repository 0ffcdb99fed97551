import type { SdkName } from './sdkNames';

/** A call of the SDK as a test writes it down; it is made when the test runs it. */
export type Sdk = ((...args: readonly unknown[]) => Sdk) & { readonly [Name in SdkName]: Sdk };

interface Step {
  readonly call: string;
  readonly args?: readonly unknown[];
}

/** A recorded call as it travels to the function that makes it. */
export interface Chain {
  readonly root: string | number;
  readonly options: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
}

const chainOf = new WeakMap<object, Chain>();

/** Begins recording at the SDK itself (`cloud`), at its database (`db`) or at something it gave before (a number). */
export function recordSdk(root: string | number, options: Readonly<Record<string, unknown>> = {}): Sdk {
  return record({ root, options, steps: [] });
}

function record(chain: Chain): Sdk {
  const target = (): void => undefined;
  const proxy: object = new Proxy(target, {
    // Without a 'then' the recording itself can be handed on by a promise.
    get: (_target, name) =>
      typeof name === 'string' && name !== 'then' ? record({ ...chain, steps: [...chain.steps, { call: name }] }) : undefined,
    apply: (_target, _self, args: unknown[]) => record({ ...chain, steps: withArgs(chain.steps, args) }),
  });
  chainOf.set(proxy, chain);
  return proxy as Sdk;
}

function withArgs(steps: readonly Step[], args: readonly unknown[]): readonly Step[] {
  const last = steps[steps.length - 1];
  if (last === undefined) throw new Error('the recorded root is no function');
  return [...steps.slice(0, -1), { call: last.call, args: args.map(toWire) }];
}

/** The recorded call behind what a test wrote. */
export function chainBehind(call: Sdk): Chain {
  const chain = chainOf.get(call);
  if (chain === undefined) throw new Error('this is no recorded call');
  return chain;
}

function toWire(value: unknown): unknown {
  if (typeof value === 'function') return { $chain: chainOf.get(value) };
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof RegExp) return { $pattern: value.source, $flags: value.flags };
  if (value === undefined) return { $undefined: true };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toWire(inner)]));
}

/** Reads what the function sent back: dates, patterns, numbers JSON lacks. */
export function fromWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromWire);
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value) return new Date(Number(value.$date));
  if ('$pattern' in value) return new RegExp(String(value.$pattern), '$flags' in value ? String(value.$flags) : '');
  if ('$number' in value) return Number(value.$number);
  if ('$bytes' in value) return Buffer.from(String(value.$bytes), 'base64');
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromWire(inner)]));
}
