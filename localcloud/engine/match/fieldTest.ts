import { isDocument, type Document } from '../document';
import { geoTests } from '../geo/geoTests';
import { isOperators } from '../readFilter';
import { bitsTest, comparedTo, equalTo, patternTest, queryFault, remainderTest, typeTest, type ValueTest } from './valueTests';

/** A test of what a path leads to: all its ends, see pathLeaves. */
export type LeavesTest = (leaves: readonly unknown[]) => boolean;

/** Makes a document test of a filter; handed in, because the items of a list may be documents themselves. */
export type CompileFilter = (filter: Document) => (document: Document) => boolean;

/**
 * Turns a field's condition (a value, or a set of operators) into a test. Each operator stands by itself, so that two of them may be
 * met by two items of one list, as in MongoDB.
 */
export function fieldTest(condition: unknown, compile: CompileFilter): LeavesTest {
  if (!isOperators(condition)) return anyOf(equalTo(condition));
  const tests = Object.entries(condition).flatMap(([operator, operand]) => operatorTest(operator, operand, condition, compile) ?? []);
  return (leaves) => tests.every((test) => test(leaves));
}

/** True when an end of the path, or an item of a list there, passes. */
function anyOf(test: ValueTest): LeavesTest {
  return (leaves) => leaves.some((leaf) => test(leaf) || (Array.isArray(leaf) && leaf.some((item) => test(item))));
}

function none(test: LeavesTest): LeavesTest {
  return (leaves) => !test(leaves);
}

/** As a whole: the items of a list do not count by themselves. */
function whole(test: ValueTest): LeavesTest {
  return (leaves) => leaves.some((leaf) => test(leaf));
}

type OperatorTest = (operand: unknown, compile: CompileFilter, condition: Document) => LeavesTest | undefined;

const operators: Readonly<Record<string, OperatorTest>> = {
  $eq: (operand) => anyOf(equalTo(operand)),
  $ne: (operand) => none(anyOf(equalTo(operand))),
  $gt: (operand) => anyOf(comparedTo(operand, (compared) => compared > 0)),
  $gte: (operand) => anyOf(comparedTo(operand, (compared) => compared >= 0)),
  $lt: (operand) => anyOf(comparedTo(operand, (compared) => compared < 0)),
  $lte: (operand) => anyOf(comparedTo(operand, (compared) => compared <= 0)),
  $in: (operand) => anyOf(among(operand, '$in')),
  $nin: (operand) => none(anyOf(among(operand, '$nin'))),
  $not: (operand, compile) => none(fieldTest(negated(operand), compile)),
  $exists: (operand) => {
    const present = whole((value) => value !== undefined);
    return operand === false || operand === 0 || operand === null ? none(present) : present;
  },
  $type: (operand) => anyOf(typeTest(operand)),
  $mod: (operand) => anyOf(remainderTest(operand)),
  $regex: (operand, _compile, condition) => anyOf(patternTest(readPattern(operand, condition['$options']))),
  $options(_operand, _compile, condition) {
    if (!('$regex' in condition)) throw queryFault('$options needs a $regex');
    return undefined;
  },
  $size: (operand) => {
    if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) throw queryFault('$size must be a whole number');
    return whole((value) => Array.isArray(value) && value.length === operand);
  },
  $all: (operand, compile) => allTest(operand, compile),
  $elemMatch: (operand, compile) => elemMatchTest(operand, compile),
  $bitsAllSet: (operand) => anyOf(bitsTest('$bitsAllSet', operand)),
  $bitsAllClear: (operand) => anyOf(bitsTest('$bitsAllClear', operand)),
  $bitsAnySet: (operand) => anyOf(bitsTest('$bitsAnySet', operand)),
  $bitsAnyClear: (operand) => anyOf(bitsTest('$bitsAnyClear', operand)),
  $comment: () => undefined,
};

function geoTest(operator: string, operand: unknown, condition: Document): LeavesTest | undefined {
  const test = geoTests[operator]?.(operand, condition);
  return test === undefined ? undefined : anyOf(test);
}

function operatorTest(operator: string, operand: unknown, condition: Document, compile: CompileFilter): LeavesTest | undefined {
  if (Object.hasOwn(geoTests, operator)) return geoTest(operator, operand, condition);
  const make = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (make === undefined) throw queryFault(`unknown operator: ${operator}`);
  return make(operand, compile, condition);
}

function among(operand: unknown, operator: string): ValueTest {
  if (!Array.isArray(operand)) throw queryFault(`${operator} needs an array`);
  const texts = new Set(operand.filter((one) => typeof one === 'string'));
  const tests = operand.filter((one) => typeof one !== 'string').map((one) => equalTo(one));
  return (value) => (typeof value === 'string' && texts.has(value)) || tests.some((test) => test(value));
}

function negated(operand: unknown): unknown {
  if (operand instanceof RegExp || (isOperators(operand) && Object.keys(operand).length > 0)) return operand;
  throw queryFault('$not needs a regex or a document');
}

function readPattern(operand: unknown, options: unknown): RegExp {
  const source = operand instanceof RegExp ? operand.source : operand;
  if (typeof source !== 'string') throw queryFault('$regex has to be a string');
  const flags = typeof options === 'string' ? options : operand instanceof RegExp ? operand.flags : '';
  try {
    return new RegExp(source, [...new Set(flags)].filter((flag) => 'imsu'.includes(flag)).join(''));
  } catch {
    throw queryFault(`Regular expression is invalid: ${source}`);
  }
}

function allTest(operand: unknown, compile: CompileFilter): LeavesTest {
  if (!Array.isArray(operand)) throw queryFault('$all needs an array');
  const tests = operand.map((one) => (isDocument(one) && '$elemMatch' in one ? fieldTest(one, compile) : anyOf(equalTo(one))));
  return (leaves) => tests.length > 0 && tests.every((test) => test(leaves));
}

function elemMatchTest(operand: unknown, compile: CompileFilter): LeavesTest {
  if (!isDocument(operand)) throw queryFault('$elemMatch needs an Object');
  const logical = ['$and', '$or', '$nor', '$expr'].some((name) => name in operand);
  if (isOperators(operand) && !logical) {
    // The item counts as a whole: a list in the list is not entered again.
    const test = fieldTest(operand, compile);
    return whole((value) => Array.isArray(value) && value.some((item) => test([Array.isArray(item) ? { list: item } : item])));
  }
  const matches = compile(operand);
  return whole((value) => Array.isArray(value) && value.some((item) => isDocument(item) && matches(item)));
}
