import { faultBlocks, isFaultName, type FaultName } from './faultBlocks';

/** One fault as it was ordered: how often (0 to 1), how much (milliseconds, where it means anything), and where. */
export interface FaultRule {
  readonly name: FaultName;
  readonly rate: number;
  readonly amountMs: number;
  /** An action of the wire or the name of a function; absent: everywhere. */
  readonly at?: string;
}

/** What is to go wrong, and the seed of its chances. */
export interface FaultSpec {
  readonly seed: number;
  readonly rules: readonly FaultRule[];
}

/**
 * Reads an order of faults: `seed=7,delay=0.05:20,dropAfter=0.01@commitTransaction`. A fault is `name=rate`, with `:milliseconds` for
 * those that take an amount, and `@place` to strike only one action or function. Empty text orders nothing.
 * Refuses, in one sentence, a fault nobody knows, a rate outside 0 to 1 and an amount that is not a whole number.
 */
export function readFaultSpec(text: string): FaultSpec {
  let seed = 1;
  const rules: FaultRule[] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue;
    const found = /^(\w+)=([\d.]+)(?::(-?\d+))?(?:@([\w.-]+))?$/.exec(part);
    if (found === null) throw new Error(`The fault "${part}" cannot be read: write name=rate, name=rate:milliseconds or name=rate@place.`);
    const [, name = '', value = '', amount, at] = found;
    if (name === 'seed') seed = Number(value);
    else rules.push(readRule(name, Number(value), amount, at));
  }
  return { seed, rules };
}

function readRule(name: string, rate: number, amount: string | undefined, at: string | undefined): FaultRule {
  if (!isFaultName(name)) throw new Error(`There is no fault "${name}": choose among ${Object.keys(faultBlocks).join(', ')}.`);
  if (!(rate >= 0 && rate <= 1)) throw new Error(`The rate of ${name} must lie between 0 and 1.`);
  const amountMs = amount === undefined ? faultBlocks[name].amountMs : Number(amount);
  return { name, rate, amountMs, ...(at === undefined ? {} : { at }) };
}
