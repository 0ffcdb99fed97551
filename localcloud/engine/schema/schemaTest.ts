import { isDocument } from '../document';
import { queryFault, type ValueTest } from '../match/valueTests';
import { arrayKeywords } from './arrayKeywords';
import { objectKeywords } from './objectKeywords';
import { scalarKeywords } from './scalarKeywords';
import type { Keyword } from './keyword';
import { typeKeywords } from './typeKeywords';

/**
 * Turns a schema into a test of a value. A keyword about one type says nothing of values of others; lists are not entered by
 * themselves. Source: MongoDB's manual, "$jsonSchema" (draft 4 of JSON Schema, with `bsonType`). Refuses what MongoDB refuses.
 */
export function schemaTest(schema: unknown): ValueTest {
  if (!isDocument(schema)) throw queryFault('$jsonSchema must be an object');
  const tests = Object.entries(schema).flatMap(([name, operand]) => keywordNamed(name)(operand, schema, schemaTest) ?? []);
  return (value) => tests.every((test) => test(value));
}

function keywordNamed(name: string): Keyword {
  if (notServed.has(name)) throw queryFault(`$jsonSchema keyword '${name}' is not currently supported`);
  const keyword = Object.hasOwn(keywords, name) ? keywords[name] : undefined;
  if (keyword === undefined) throw queryFault(`Unknown $jsonSchema keyword: ${name}`);
  return keyword;
}

/** Keywords of draft 4 that MongoDB leaves out. Source: the same page, "Omissions". */
const notServed: ReadonlySet<string> = new Set(['$ref', '$schema', 'default', 'definitions', 'format', 'id']);

/** Says something to people only. */
const described: Keyword = (operand) => {
  if (typeof operand !== 'string') throw queryFault("$jsonSchema keywords 'title' and 'description' must be of type string");
  return undefined;
};

const keywords: Readonly<Record<string, Keyword>> = {
  ...typeKeywords,
  ...scalarKeywords,
  ...arrayKeywords,
  ...objectKeywords,
  title: described,
  description: described,
};
