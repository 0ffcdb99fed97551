import { compareValues } from '../compareValues';
import { isDocument } from '../document';
import { valueRank } from '../valueRank';
import { expressionFault } from './operator';

/**
 * Rewrites `$bucket` as the `$group` and `$sort` it stands for: each lower boundary belongs to its bucket, each upper one to the next.
 * Source: MongoDB's manual, "$bucket". Refuses boundaries that do not ascend or are of several types, and a value without a bucket.
 */
export function rewriteBucket(operand: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!isDocument(operand)) throw expressionFault('Argument to $bucket stage must be an object');
  const { groupBy, boundaries, output } = operand;
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw expressionFault("The $bucket 'boundaries' field must have at least 2 values");
  const bounds: readonly unknown[] = boundaries;
  for (let at = 1; at < bounds.length; at += 1) {
    if (valueRank(bounds[at - 1]) !== valueRank(bounds[at]))
      throw expressionFault("All values in the 'boundaries' option to $bucket must have the same type");
    if (compareValues(bounds[at - 1], bounds[at]) >= 0)
      throw expressionFault("The 'boundaries' option to $bucket must be sorted in ascending order");
  }
  const branches = bounds.slice(0, -1).map((lower, at) => ({
    case: { $and: [{ $gte: [groupBy, { $literal: lower }] }, { $lt: [groupBy, { $literal: bounds[at + 1] }] }] },
    then: { $literal: lower },
  }));
  const otherwise = 'default' in operand ? { default: { $literal: operand['default'] } } : {};
  return [
    { $group: { _id: { $switch: { branches, ...otherwise } }, ...(isDocument(output) ? output : { count: { $sum: 1 } }) } },
    { $sort: { _id: 1 } },
  ];
}
