import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Bilingual } from '../kernel/bilingual';
import { randomId } from '../kernel/id';
import { isDay } from '../kernel/time';
import { messageLanguages } from './dayWords';
import { fillFields, fillWords } from './fillTemplate';
import type { FactKind } from './templateRow';
import { templateOf, type FactsOfKind, type MessageKind } from './templates';
import type { Facts, OutboxMessage } from './types';

const hourMs = 3_600_000;
const refChars = 10;
const textCharsMax = 200;

/** What a use case says of a message; its template says the rest. */
export type MessageRequest = {
  readonly [Kind in MessageKind]: {
    readonly kind: Kind;
    /** What caused it, and the only thing that tells two messages of a kind apart. */
    readonly source: string;
    readonly memberId: string;
    readonly facts: FactsOfKind<Kind>;
    /** Not before (epoch ms); at once when left out. */
    readonly dueAt?: number;
    /** Pointless afterwards (epoch ms); by the kind's life when left out. */
    readonly expiresAt?: number;
  };
}[MessageKind];

/**
 * The outbox document of a message: its id follows from what caused it, so the same cause never queues it twice. Throws (a bug) when a
 * fact is missing or cannot stand in the platform's fields, in either language: it is caught here, not when the platform refuses it.
 */
export function draftMessage(request: MessageRequest, at: number): OutboxMessage {
  const { kind, source, memberId } = request;
  const template = templateOf(kind);
  const facts = keptFacts(kind, template.facts, request.facts);
  for (const language of messageLanguages) {
    fillWords(kind, facts, language);
    fillFields(kind, facts, language);
  }
  const dueAt = request.dueAt ?? at;
  const _id = `${kind}:${source}`;
  return {
    _id,
    kind,
    memberId,
    facts,
    ref: refOf(_id),
    state: 'waiting',
    priority: template.priority,
    createdAt: at,
    dueAt,
    expiresAt: request.expiresAt ?? dueAt + template.lifeHours * hourMs,
    tries: 0,
    attemptId: null,
    reason: null,
    inboxAt: 0,
    readAt: null,
    openedAt: null,
    sent: null,
    history: [{ at, state: 'waiting' }],
  };
}

function refOf(id: string): string {
  return randomId((count) => sha256(utf8ToBytes(id)).slice(0, count), refChars);
}

function keptFacts(kind: MessageKind, wanted: Readonly<Record<string, FactKind>>, given: Readonly<Record<string, unknown>>): Facts {
  const unknown = Object.keys(given).find((name) => wanted[name] === undefined);
  if (unknown !== undefined) throw new Error(`The message ${kind} has no fact ${unknown}`);
  return Object.fromEntries(Object.entries(wanted).flatMap(([name, factKind]) => keptFact(kind, name, factKind, given[name])));
}

function keptFact(kind: MessageKind, name: string, factKind: FactKind, value: unknown): readonly (readonly [string, string | number])[] {
  if (factKind === 'words') {
    const { zh, en } = (value ?? {}) as Partial<Bilingual>;
    if (isText(zh) && isText(en)) {
      return [
        [`${name}Zh`, zh],
        [`${name}En`, en],
      ];
    }
  } else if (fitsFact(factKind, value)) return [[name, value as string | number]];
  throw new Error(`The message ${kind} cannot have ${JSON.stringify(value)} as its ${name}`);
}

function fitsFact(factKind: Exclude<FactKind, 'words'>, value: unknown): boolean {
  if (factKind === 'day') return typeof value === 'string' && isDay(value);
  if (factKind === 'clock') return typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
  return factKind === 'text' ? isText(value) : Number.isSafeInteger(value) && Number(value) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= textCharsMax;
}
