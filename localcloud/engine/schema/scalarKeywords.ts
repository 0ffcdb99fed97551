import { compareValues } from '../compareValues';
import { queryFault, type ValueTest } from '../match/valueTests';
import { isMultipleOf, isNumeric, toDouble, type Numeric } from '../numbers/numeric';
import { countOf, flagOf, patternOf, type Keyword } from './keyword';

/** Keywords about numbers and text. */
export const scalarKeywords: Readonly<Record<string, Keyword>> = {
  minimum(operand, schema) {
    const least = numberOf('minimum', operand);
    const exclusive = schema['exclusiveMinimum'] === true;
    return ofNumbers((value) => compareValues(value, least) > (exclusive ? 0 : -1));
  },
  maximum(operand, schema) {
    const most = numberOf('maximum', operand);
    const exclusive = schema['exclusiveMaximum'] === true;
    return ofNumbers((value) => compareValues(value, most) < (exclusive ? 0 : 1));
  },
  exclusiveMinimum: (operand, schema) => beside('exclusiveMinimum', 'minimum', operand, schema),
  exclusiveMaximum: (operand, schema) => beside('exclusiveMaximum', 'maximum', operand, schema),
  multipleOf(operand) {
    const unit = numberOf('multipleOf', operand);
    if (!(toDouble(unit) > 0)) throw queryFault("$jsonSchema keyword 'multipleOf' must have a positive value");
    return ofNumbers((value) => isMultipleOf(value, unit));
  },
  minLength(operand) {
    const least = countOf('minLength', operand);
    return ofText((value) => characters(value) >= least);
  },
  maxLength(operand) {
    const most = countOf('maxLength', operand);
    return ofText((value) => characters(value) <= most);
  },
  pattern(operand) {
    const pattern = patternOf('pattern', operand);
    return ofText((value) => pattern.test(value));
  },
};

function numberOf(name: string, operand: unknown): Numeric {
  if (!isNumeric(operand)) throw queryFault(`$jsonSchema keyword '${name}' must be a number`);
  return operand;
}

/** True or false beside a bound, as in draft 4; read together with it. */
function beside(name: string, bound: string, operand: unknown, schema: Readonly<Record<string, unknown>>): undefined {
  flagOf(name, operand);
  if (!(bound in schema)) throw queryFault(`$jsonSchema keyword '${bound}' must be a present if ${name} is present`);
}

/** Code points, as MongoDB counts length. */
function characters(text: string): number {
  return Array.from(text).length;
}

function ofNumbers(test: (value: Numeric) => boolean): ValueTest {
  return (value) => !isNumeric(value) || test(value);
}

function ofText(test: (value: string) => boolean): ValueTest {
  return (value) => typeof value !== 'string' || test(value);
}
