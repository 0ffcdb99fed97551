import { isDocument, type Document } from './document';
import { hasBsonType } from './valueRank';

/** What a filter demands of one field, as far as an index can serve it: equal to one of some values, or between bounds. */
export interface FieldDemand {
  among?: readonly unknown[];
  lower?: { readonly value: unknown; readonly inclusive: boolean };
  upper?: { readonly value: unknown; readonly inclusive: boolean };
}

/**
 * Reads from a filter the conditions that every match must meet and an index can serve (equality, `$in`, ranges, prefixes of text),
 * by field. Everything else is left to the matcher, which checks every candidate again.
 */
export function readFilter(filter: Document): Map<string, FieldDemand> {
  const demands = new Map<string, FieldDemand>();
  read(filter, demands);
  return demands;
}

function read(filter: Document, demands: Map<string, FieldDemand>): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isDocument(part)) read(part, demands);
    } else if (!key.startsWith('$')) {
      const demand = demands.get(key) ?? {};
      readCondition(condition, demand);
      demands.set(key, demand);
    }
  }
}

function readCondition(condition: unknown, demand: FieldDemand): void {
  if (!isOperators(condition)) {
    if (isServable(condition)) demand.among ??= [condition];
    return;
  }
  for (const [operator, operand] of Object.entries(condition)) readOperator(operator, operand, demand);
}

function readOperator(operator: string, operand: unknown, demand: FieldDemand): void {
  if (operator === '$eq' && isServable(operand)) demand.among ??= [operand];
  else if (operator === '$in' && Array.isArray(operand) && operand.every(isServable)) demand.among ??= operand;
  else if (operator === '$exists' && operand === false) demand.among ??= [null];
  else if (isServable(operand) && operand !== null) readBound(operator, operand, demand);
}

function readBound(operator: string, value: unknown, demand: FieldDemand): void {
  if (operator === '$gt' || operator === '$gte') demand.lower ??= { value, inclusive: operator === '$gte' };
  if (operator === '$lt' || operator === '$lte') demand.upper ??= { value, inclusive: operator === '$lte' };
}

/** Whether a condition is a set of operators rather than a value to equal. */
export function isOperators(condition: unknown): condition is Document {
  return isDocument(condition) && (Object.keys(condition)[0]?.startsWith('$') ?? false);
}

/** Lists, objects and patterns match in more ways than one row of an index can say. */
function isServable(value: unknown): boolean {
  if (value === undefined || value instanceof RegExp || Array.isArray(value) || isDocument(value)) return false;
  return !(typeof value === 'number' && Number.isNaN(value)) && !(hasBsonType(value) && value._bsontype === 'BSONRegExp');
}
