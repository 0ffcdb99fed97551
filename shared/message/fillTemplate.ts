import { clockless, dayWords, type MessageLanguage } from './dayWords';
import { fieldKindOf, fitsField, thingCharsMax } from './fieldKinds';
import { templateOf, type MessageKind } from './templates';
import type { Facts } from './types';
import { yuanText } from '../kernel/money';

/** The shortest that a text may be cut to: less says nothing. */
const cutCharsMin = 3;

/** A message's inbox words in one language. */
export interface MessageWords {
  readonly title: string;
  readonly body: string;
}

/** Title and body of a message in one language. */
export function fillWords(kind: MessageKind, facts: Facts, language: MessageLanguage): MessageWords {
  const { title, body } = templateOf(kind);
  const fill = (pattern: string): string => pattern.replace(/\{(\w+)\}/g, (_gap, name: string) => inWords(kind, name, facts, language));
  return { title: fill(title[language]), body: fill(body[language]) };
}

/**
 * The values of a kind's platform fields in one language, shortened where the platform's rules ask for it and the value is a text of
 * people (a name); a number, a day or our own words that do not fit are a bug and throw, so that it is caught when the message is written.
 */
export function fillFields(kind: MessageKind, facts: Facts, language: MessageLanguage): Readonly<Record<string, string>> {
  const entries = Object.entries(templateOf(kind).fields).map(([field, pattern]) => {
    const value =
      fieldKindOf(field) === 'thing' ? fillThing(kind, pattern[language], facts, language) : plain(kind, pattern[language], facts);
    if (!fitsField(field, value)) throw new Error(`The message ${kind} cannot be sent: its ${field} would be "${value}"`);
    return [field, value] as const;
  });
  return Object.fromEntries(entries);
}

/** A field of an exact form: digits, amounts and days as the platform writes them, in either language. */
function plain(kind: MessageKind, pattern: string, facts: Facts): string {
  return pattern.replace(/\{(\w+)\}/g, (_gap, name: string) => {
    const value = facts[name] ?? '';
    const factKind = templateOf(kind).facts[name];
    if (factKind === 'day') return clockless(String(value));
    return factKind === 'fen' ? `¥${yuanText(Number(value))}` : String(value);
  });
}

function fillThing(kind: MessageKind, pattern: string, facts: Facts, language: MessageLanguage): string {
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const values = new Map(names.map((name) => [name, inWords(kind, name, facts, language).replace(/\s+/g, ' ')]));
  const fill = (): string => pattern.replace(/\{(\w+)\}/g, (_gap, name: string) => values.get(name) ?? '');
  for (const name of names) {
    const over = Array.from(fill()).length - thingCharsMax;
    const factKind = templateOf(kind).facts[name];
    if (over <= 0 || (factKind !== 'words' && factKind !== 'text')) continue;
    const letters = Array.from(values.get(name) ?? '');
    const kept = Math.max(cutCharsMin, letters.length - over - 1);
    if (kept < letters.length - 1) values.set(name, `${letters.slice(0, kept).join('')}…`);
  }
  return fill();
}

function inWords(kind: MessageKind, name: string, facts: Facts, language: MessageLanguage): string {
  const factKind = templateOf(kind).facts[name];
  const value = facts[factKind === 'words' ? `${name}${language === 'zh' ? 'Zh' : 'En'}` : name];
  if (value === undefined) throw new Error(`The message ${kind} lacks its fact ${name}`);
  if (factKind === 'day') return dayWords(String(value), language);
  return factKind === 'fen' ? `¥${yuanText(Number(value))}` : String(value);
}
