import { $push } from 'mingo/operators/accumulator';
import { $add, $multiply, $subtract } from 'mingo/operators/expression';
import type { Options } from 'mingo/types';
import { compareValues } from '../compareValues';
import { addNumbers, isDecimal, isNumeric, multiplyNumbers, toDouble, type Numeric } from '../numbers/numeric';
import { argument, expressionFault, type Operator } from './operator';

type Combine = (left: Numeric, right: Numeric) => Numeric | undefined;

/** Sums and products of numbers that JavaScript's own cannot hold; mingo computes the others. */
export const numberOperators: Readonly<Record<`$${string}`, Operator>> = {
  $add: exactly('$add', $add as Operator, addNumbers),
  $multiply: exactly('$multiply', $multiply as Operator, multiplyNumbers),
  $subtract: exactly('$subtract', $subtract as Operator, (left, right) => {
    const turned = multiplyNumbers(right, -1);
    return turned === undefined ? undefined : addNumbers(left, turned);
  }),
};

/** mingo first: it refuses what is neither a number of JavaScript's nor a date. */
function exactly(name: string, plain: Operator, combine: Combine): Operator {
  return (document, operand, options) => {
    try {
      return plain(document, operand, options);
    } catch (thrown) {
      const parts = argument(document, operand, options);
      if (!Array.isArray(parts) || !parts.every(isNumeric) || !parts.some(isWide)) throw thrown;
      return total(name, parts, combine);
    }
  };
}

function total(name: string, [first = 0, ...rest]: readonly Numeric[], combine: Combine): Numeric {
  let result: Numeric = first;
  for (const part of rest) {
    const next = combine(result, part);
    if (next === undefined) throw expressionFault(`${name} overflowed 64 bits`);
    result = next;
  }
  return result;
}

/** Whether a number is one JavaScript's own cannot hold, or a decimal one. */
function isWide(value: unknown): boolean {
  return typeof value === 'bigint' || isDecimal(value);
}

/** An accumulator as mingo calls it: the documents of a group, the expression, mingo's own options. */
type Accumulator = (...call: [documents: readonly unknown[], expression: unknown, options: unknown]) => unknown;

/** Accumulators over numbers of every kind, and by MongoDB's order of values. What is no number does not count in sums. */
export const numberAccumulators: Readonly<Record<`$${string}`, Accumulator>> = {
  $sum: (documents, expression, options) => {
    const values = valuesOf(documents, expression, options).filter(isNumeric);
    return total('$sum', values, addNumbers);
  },
  $avg: (documents, expression, options) => {
    const values = valuesOf(documents, expression, options).filter(isNumeric);
    if (values.length === 0) return null;
    if (values.some(isDecimal)) throw expressionFault('$avg of decimal numbers is not computed here');
    return toDouble(total('$avg', values, addNumbers)) / values.length;
  },
  $min: (documents, expression, options) => extreme(valuesOf(documents, expression, options), -1),
  $max: (documents, expression, options) => extreme(valuesOf(documents, expression, options), 1),
};

function valuesOf(documents: readonly unknown[], expression: unknown, options: unknown): readonly unknown[] {
  return $push([...documents] as Parameters<typeof $push>[0], expression, options as Options);
}

/** Null and absent do not count, unless there is nothing else. */
function extreme(values: readonly unknown[], direction: 1 | -1): unknown {
  const present = values.filter((value) => value !== null && value !== undefined);
  const [first = null] = present;
  return present.reduce((best, value) => (compareValues(value, best) * direction > 0 ? value : best), first);
}
