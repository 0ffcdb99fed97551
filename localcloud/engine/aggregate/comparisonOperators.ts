import { compareValues } from '../compareValues';
import { argument, argumentList, type Operator } from './operator';

/**
 * Comparisons in expressions: across types by MongoDB's order, an absent field before null, objects by the order of their keys.
 * Source: MongoDB's manual, "Comparison Expression Operators" and "Comparison/Sort Order".
 */
export const comparisonOperators: Readonly<Record<`$${string}`, Operator>> = {
  $cmp: comparison('$cmp', (compared) => compared),
  $eq: comparison('$eq', (compared) => compared === 0),
  $ne: comparison('$ne', (compared) => compared !== 0),
  $gt: comparison('$gt', (compared) => compared > 0),
  $gte: comparison('$gte', (compared) => compared >= 0),
  $lt: comparison('$lt', (compared) => compared < 0),
  $lte: comparison('$lte', (compared) => compared <= 0),
};

function comparison(name: string, answer: (compared: number) => unknown): Operator {
  return (document, operand, options) => {
    const [left, right] = argumentList(name, operand, 2, 2, (part) => argument(document, part, options));
    return answer(compare(left, right));
  };
}

function compare(left: unknown, right: unknown): number {
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined);
  return Math.sign(compareValues(left, right));
}
