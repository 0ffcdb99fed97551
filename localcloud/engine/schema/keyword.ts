import { isDocument, type Document } from '../document';
import { queryFault, type ValueTest } from '../match/valueTests';
import { isNumeric, isWhole } from '../numbers/numeric';

/** Turns a schema into a test; handed in, because schemas hold schemas. */
export type CompileSchema = (schema: unknown) => ValueTest;

/** A keyword of a schema: what stands beside it, the schema it stands in. No test when it is read with another keyword. */
export type Keyword = (operand: unknown, schema: Document, compile: CompileSchema) => ValueTest | undefined;

/** Reads a whole number of at least 0. */
export function countOf(name: string, operand: unknown): number {
  if (!isNumeric(operand) || !isWhole(operand)) throw queryFault(`$jsonSchema keyword '${name}' must be a representable as a long`);
  if (operand < 0) throw queryFault(`$jsonSchema keyword '${name}' must be at least 0`);
  return Number(operand);
}

/** Reads a list with at least one item. */
export function listOf(name: string, operand: unknown): readonly unknown[] {
  if (!Array.isArray(operand)) throw queryFault(`$jsonSchema keyword '${name}' must be an array`);
  if (operand.length === 0) throw queryFault(`$jsonSchema keyword '${name}' cannot be an empty array`);
  return operand;
}

/** Reads a list of names, all different. */
export function namesOf(name: string, operand: unknown): readonly string[] {
  const names = listOf(name, operand);
  if (!names.every((one) => typeof one === 'string')) throw queryFault(`$jsonSchema keyword '${name}' must be an array of strings`);
  if (new Set(names).size < names.length) throw queryFault(`$jsonSchema keyword '${name}' array cannot contain duplicate values`);
  return names;
}

/** Reads an object. */
export function objectOf(name: string, operand: unknown): Document {
  if (!isDocument(operand)) throw queryFault(`$jsonSchema keyword '${name}' must be an object`);
  return operand;
}

/** Reads true or false. */
export function flagOf(name: string, operand: unknown): boolean {
  if (typeof operand !== 'boolean') throw queryFault(`$jsonSchema keyword '${name}' must be a boolean`);
  return operand;
}

/** Reads a pattern, unanchored. */
export function patternOf(name: string, operand: unknown): RegExp {
  if (typeof operand !== 'string') throw queryFault(`$jsonSchema keyword '${name}' must be a string`);
  try {
    return new RegExp(operand);
  } catch {
    throw queryFault(`Regular expression is invalid: ${operand}`);
  }
}
