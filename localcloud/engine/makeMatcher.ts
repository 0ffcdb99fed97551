import { isDocument, type Document } from './document';
import { compileExpression } from './compileExpression';
import { nearOf } from './geo/nearOf';
import { fieldTest } from './match/fieldTest';
import { pathLeaves } from './match/pathLeaves';
import { queryFault } from './match/valueTests';
import { schemaTest } from './schema/schemaTest';

type Matcher = (document: Document) => boolean;

/** Turns an expression into a function of a document. */
export type CompileExpression = (expression: unknown) => (document: Document) => unknown;

/**
 * Turns a filter into a test for documents, with MongoDB's meaning: comparisons within one type, null for absent, lists by their items.
 * Source of the meaning: MongoDB's manual, "Query and Projection Operators". Refuses what MongoDB refuses, and what it does not know.
 * @param compile how `$expr` is computed; an aggregation knows variables there
 */
export function makeMatcher(filter: Document, compile: CompileExpression = compileExpression): Matcher {
  const tests = Object.entries(filter).flatMap(([key, condition]) => keyTest(key, condition, compile) ?? []);
  const [only] = tests;
  if (only === undefined) return () => true;
  return tests.length === 1 ? only : (document) => tests.every((test) => test(document));
}

function keyTest(key: string, condition: unknown, compile: CompileExpression): Matcher | undefined {
  switch (key) {
    case '$and':
      return every(branches(key, condition, compile));
    case '$or':
      return some(branches(key, condition, compile));
    case '$nor': {
      const any = some(branches(key, condition, compile));
      return (document) => !any(document);
    }
    case '$expr': {
      const compute = compile(condition);
      return (document) => isTrue(compute(document));
    }
    case '$jsonSchema':
      return schemaTest(condition);
    case '$comment':
      return undefined;
    case '$text':
      // No text index can be made on the platform, so its MongoDB answers this to every search. Source: MongoDB's query planner.
      throw queryFault('text index required for $text query');
    default:
      if (key.startsWith('$')) throw queryFault(`unknown top level operator: ${key}`);
      return pathTest(key, condition, compile);
  }
}

function pathTest(path: string, condition: unknown, compile: CompileExpression): Matcher {
  const test = fieldTest(condition, (filter) => makeMatcher(filter, compile));
  return (document) => test(pathLeaves(document, path));
}

function branches(operator: string, condition: unknown, compile: CompileExpression): readonly Matcher[] {
  if (!Array.isArray(condition) || condition.length === 0) throw queryFault(`${operator} must be a nonempty array`);
  return condition.map((part) => {
    if (!isDocument(part)) throw queryFault(`${operator} entries need to be full objects`);
    if (operator !== '$and' && nearOf(part) !== undefined) throw queryFault('geo $near must be top-level expr');
    return makeMatcher(part, compile);
  });
}

function every(tests: readonly Matcher[]): Matcher {
  return (document) => tests.every((test) => test(document));
}

function some(tests: readonly Matcher[]): Matcher {
  return (document) => tests.some((test) => test(document));
}

/** What counts as true in an expression. Source: MongoDB's manual, "$expr": null, 0 and absent are false. */
function isTrue(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined && value !== 0;
}
