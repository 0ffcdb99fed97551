import { compareValues } from '../compareValues';
import { queryFault, typeTest, type ValueTest } from '../match/valueTests';
import { listOf, namesOf, type Keyword } from './keyword';

/** The types JSON itself has, by their BSON names. Source: MongoDB's manual, "$jsonSchema": `integer` is left out. */
const jsonTypes: Readonly<Record<string, string>> = {
  object: 'object',
  array: 'array',
  number: 'number',
  boolean: 'bool',
  string: 'string',
  null: 'null',
};

/** Keywords about a value of any type. */
export const typeKeywords: Readonly<Record<string, Keyword>> = {
  bsonType(operand, schema) {
    if ('type' in schema) throw queryFault("Cannot specify both $jsonSchema keywords 'type' and 'bsonType'");
    return typeTest(oneOrMore('bsonType', operand));
  },
  type: (operand) => typeTest(oneOrMore('type', operand).map(bsonNameOf)),
  enum(operand) {
    const values = listOf('enum', operand);
    return (value) => values.some((one) => compareValues(one, value) === 0);
  },
  allOf: (operand, _schema, compile) => combined('allOf', operand, compile, (passed, all) => passed === all),
  anyOf: (operand, _schema, compile) => combined('anyOf', operand, compile, (passed) => passed > 0),
  oneOf: (operand, _schema, compile) => combined('oneOf', operand, compile, (passed) => passed === 1),
  not(operand, _schema, compile) {
    const test = compile(operand);
    return (value) => !test(value);
  },
};

function oneOrMore(name: string, operand: unknown): readonly string[] {
  if (typeof operand === 'string') return [operand];
  if (!Array.isArray(operand)) throw queryFault(`$jsonSchema keyword '${name}' must be either a string or an array of strings`);
  return namesOf(name, operand);
}

function bsonNameOf(name: string): string {
  if (name === 'integer') throw queryFault("$jsonSchema type 'integer' is not currently supported.");
  const found = Object.hasOwn(jsonTypes, name) ? jsonTypes[name] : undefined;
  if (found === undefined) throw queryFault(`Unknown $jsonSchema type: ${name}`);
  return found;
}

function combined(
  name: string,
  operand: unknown,
  compile: (schema: unknown) => ValueTest,
  isMet: (passed: number, all: number) => boolean,
): ValueTest {
  const tests = listOf(name, operand).map(compile);
  return (value) => isMet(tests.filter((test) => test(value)).length, tests.length);
}
