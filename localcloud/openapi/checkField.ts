const day = '\\d{4}[年/.-](?:0?[1-9]|1[0-2])[月/.-](?:0?[1-9]|[12]\\d|3[01])日?';
const clock = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?';

/** A moment, or two with a tilde between them. */
function span(moment: string): RegExp {
  return new RegExp(`^${moment}(?: ?~ ?${moment})?$`);
}

/**
 * Rules of the kinds of a message's fields: what each may hold.
 * Source: the platform's table of parameter values for subscription messages.
 */
const rules: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/su,
  number: /^-?\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: span(`(?:${day} ?)?${clock}`),
  date: span(`${day}(?: ?${clock})?`),
  amount: /^[¥￥$€£]?-?\d{1,10}(\.\d{1,2})?元?$/,
  phone_number: /^[\d+\-#*() ]{1,17}$/,
  car_number: /^.{1,8}$/su,
  name: /^(?=.*\p{Script=Han})[\p{Script=Han}·]{1,10}$|^[A-Za-z .'-]{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

/** The kind behind a field's name: `thing1` is a `thing`. */
export function kindOf(field: string): string {
  return field.replace(/\d+$/, '');
}

/** Whether there is a rule for a field's kind. */
export function isKnownKind(field: string): boolean {
  return Object.hasOwn(rules, kindOf(field)) && kindOf(field) !== field;
}

/** Whether a value may stand in a field of this name. The length of a number is counted without its fraction. */
export function fitsField(field: string, value: string): boolean {
  return rules[kindOf(field)]?.test(value) ?? false;
}
