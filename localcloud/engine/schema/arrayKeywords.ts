import { compareValues } from '../compareValues';
import { isDocument } from '../document';
import { queryFault, type ValueTest } from '../match/valueTests';
import { countOf, flagOf, type Keyword } from './keyword';

/** Keywords about lists. */
export const arrayKeywords: Readonly<Record<string, Keyword>> = {
  minItems(operand) {
    const least = countOf('minItems', operand);
    return ofLists((list) => list.length >= least);
  },
  maxItems(operand) {
    const most = countOf('maxItems', operand);
    return ofLists((list) => list.length <= most);
  },
  uniqueItems(operand) {
    if (!flagOf('uniqueItems', operand)) return undefined;
    return ofLists((list) => list.every((item, at) => !list.slice(0, at).some((other) => compareValues(item, other) === 0)));
  },
  items(operand, _schema, compile) {
    if (Array.isArray(operand)) {
      const tests = operand.map(compile);
      return ofLists((list) => list.every((item, at) => tests[at]?.(item) ?? true));
    }
    if (!isDocument(operand)) throw queryFault("$jsonSchema keyword 'items' must be an array or an object");
    const test = compile(operand);
    return ofLists((list) => list.every((item) => test(item)));
  },
  additionalItems(operand, schema, compile) {
    // Speaks of the items behind those that `items` names one by one.
    const named = schema['items'];
    const test = typeof operand === 'boolean' ? () => operand : compile(operand);
    if (!Array.isArray(named)) return undefined;
    return ofLists((list) => list.slice(named.length).every((item) => test(item)));
  },
};

function ofLists(test: (list: readonly unknown[]) => boolean): ValueTest {
  return (value) => !Array.isArray(value) || test(value);
}
