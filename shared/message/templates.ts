import { marketingTemplates } from './marketingTemplates';
import { askedTemplates } from './askedTemplates';
import type { FactsOf, TemplateRow } from './templateRow';

/** Every kind of message there is. A message that is not in this table cannot be drafted. */
export const templates = { ...askedTemplates, ...marketingTemplates };

export type MessageKind = keyof typeof templates;
export type FactsOfKind<Kind extends MessageKind> = FactsOf<(typeof templates)[Kind]>;

export const messageKinds = Object.keys(templates) as readonly MessageKind[];

/** A kind's row, in the shape that all rows share. */
export function templateOf(kind: MessageKind): TemplateRow {
  return templates[kind];
}
