/**
 * What the platform takes in each kind of a template's fields. Source: its table of parameter values for subscription messages
 * (platform.md, Subscription messages): anything else is error 47003, and the message is lost.
 */
const day = '\\d{4}年(?:0?[1-9]|1[0-2])月(?:0?[1-9]|[12]\\d|3[01])日';
const clock = '(?:[01]?\\d|2[0-3]):[0-5]\\d';

export const thingCharsMax = 20;

const rules = {
  thing: new RegExp(`^[^\\n\\r]{1,${thingCharsMax}}$`, 'u'),
  phrase: /^\p{Script=Han}{1,5}$/u,
  number: /^-?\d{1,32}$/,
  character_string: /^[\x20-\x7e]{1,32}$/,
  amount: /^[¥$€£]?\d{1,10}(?:\.\d{1,2})?元?$/,
  name: /^(?:[\p{Script=Han}·]{1,10}|[A-Za-z .'-]{1,20})$/u,
  time: new RegExp(`^(?:${day} )?${clock}$`),
  date: new RegExp(`^${day}(?: ${clock})?$`),
} as const;

export type FieldKind = keyof typeof rules;

/** The kind in a field's name: `thing1` is a `thing`. Null for a name that no template can have. */
export function fieldKindOf(field: string): FieldKind | null {
  const [, kind = ''] = /^([a-z_]+)\d+$/.exec(field) ?? [];
  return Object.hasOwn(rules, kind) ? (kind as FieldKind) : null;
}

/** Whether the platform takes a value in a field of this name. */
export function fitsField(field: string, value: string): boolean {
  const kind = fieldKindOf(field);
  return kind !== null && value.trim() !== '' && rules[kind].test(value);
}
