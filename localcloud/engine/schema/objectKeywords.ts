import { isDocument, type Document } from '../document';
import type { ValueTest } from '../match/valueTests';
import { countOf, namesOf, objectOf, patternOf, type CompileSchema, type Keyword } from './keyword';

/** Keywords about objects. */
export const objectKeywords: Readonly<Record<string, Keyword>> = {
  required(operand) {
    const names = namesOf('required', operand);
    return ofObjects((value) => names.every((name) => Object.hasOwn(value, name)));
  },
  minProperties(operand) {
    const least = countOf('minProperties', operand);
    return ofObjects((value) => Object.keys(value).length >= least);
  },
  maxProperties(operand) {
    const most = countOf('maxProperties', operand);
    return ofObjects((value) => Object.keys(value).length <= most);
  },
  properties(operand, _schema, compile) {
    const tests = Object.entries(objectOf('properties', operand)).map(([name, schema]) => ({ name, test: compile(schema) }));
    return ofObjects((value) => tests.every(({ name, test }) => !Object.hasOwn(value, name) || test(value[name])));
  },
  patternProperties(operand, _schema, compile) {
    const tests = patternsOf(operand, compile);
    return ofObjects((value) =>
      Object.keys(value).every((name) => tests.every(({ pattern, test }) => !pattern.test(name) || test(value[name]))),
    );
  },
  additionalProperties(operand, schema, compile) {
    const named = new Set(Object.keys(objectOf('properties', schema['properties'] ?? {})));
    const patterns = patternsOf(schema['patternProperties'] ?? {}, compile);
    const test: ValueTest = typeof operand === 'boolean' ? () => operand : compile(objectOf('additionalProperties', operand));
    const isNamed = (name: string): boolean => named.has(name) || patterns.some(({ pattern }) => pattern.test(name));
    return ofObjects((value) => Object.keys(value).every((name) => isNamed(name) || test(value[name])));
  },
  dependencies(operand, _schema, compile) {
    const tests = Object.entries(objectOf('dependencies', operand)).map(([name, wanted]) => {
      const test = Array.isArray(wanted) ? hasAll(namesOf('dependencies', wanted)) : compile(objectOf('dependencies', wanted));
      return { name, test };
    });
    return ofObjects((value) => tests.every(({ name, test }) => !Object.hasOwn(value, name) || test(value)));
  },
};

function hasAll(names: readonly string[]): ValueTest {
  return ofObjects((value) => names.every((name) => Object.hasOwn(value, name)));
}

function patternsOf(operand: unknown, compile: CompileSchema): readonly { readonly pattern: RegExp; readonly test: ValueTest }[] {
  return Object.entries(objectOf('patternProperties', operand)).map(([source, schema]) => ({
    pattern: patternOf('patternProperties', source),
    test: compile(schema),
  }));
}

function ofObjects(test: (value: Document) => boolean): ValueTest {
  return (value) => !isDocument(value) || test(value);
}
