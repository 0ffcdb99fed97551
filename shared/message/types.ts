/** How a message waits to be sent. `held` waits for a grant or a person, `sent` and `givenUp` are ends. */
export type MessageState = 'waiting' | 'held' | 'sent' | 'givenUp';

/** An effect outside the database, written in the transaction of what caused it and carried out by jobs. `_id` = `<kind>:<source>`. */
export interface OutboxMessage {
  readonly _id: string;
  readonly kind: string;
  readonly memberId: string;
  /** The facts its template needs; never a personal fact. */
  readonly facts: Readonly<Record<string, string | number>>;
  readonly state: MessageState;
  /** Smaller goes first. */
  readonly priority: number;
  readonly createdAt: number;
  /** Not sent before; moved on by quiet hours and by back-off. */
  readonly dueAt: number;
  /** Pointless afterwards. */
  readonly expiresAt: number;
  readonly tries: number;
}

/** What a use case says of a message; the rest follows. */
export type MessageRequest = Pick<OutboxMessage, 'kind' | 'memberId' | 'facts' | 'priority' | 'dueAt' | 'expiresAt'> & {
  readonly source: string;
};
