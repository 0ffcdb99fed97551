import type { SendReason } from '@shared/message/decideSend';
import type { MessageState, OutboxMessage } from '@shared/message/types';
import type { Programme } from '@shared/store/programme';
import { change } from '../../adapters/database';

/** What the parts of one run of the sender share. */
export interface SendRun {
  readonly clock: () => number;
  readonly untilMs: number;
  readonly programme: Programme;
  /** Names this run's claims. */
  readonly attemptId: string;
  /** Topics whose template is stopped. */
  readonly stopped: Set<string>;
  readonly sms: boolean;
  /** Waits so that the programme's operations per second are kept. */
  readonly spend: (operations: number) => Promise<void>;
  readonly counts: { sent: number; held: number; postponed: number; givenUp: number; unknown: number; faults: number };
}

/** One claimed message on its way out. */
export interface Push {
  readonly message: OutboxMessage;
  readonly channel: 'subscription' | 'sms';
  /** Whether it is laid into the inbox by the way. */
  readonly inbox: boolean;
}

/** How long a claim holds: longer than a function may run, so that whoever made it is gone when it ends. */
export const claimMs = 90_000;
/** How long the platform's event is waited for when its answer was lost. */
export const unknownWaitMs = 24 * 3_600_000;

const historyMax = 20;

type Fields = Partial<Omit<OutboxMessage, '_id' | 'state' | 'history' | 'reason'>>;

/** Writes what became of a message that this run holds (or found in the state it was read in), with a step of its history. */
export async function writeStep(
  run: Pick<SendRun, 'clock'>,
  message: OutboxMessage,
  step: { readonly state: MessageState; readonly reason?: SendReason | null },
  fields: Fields = {},
): Promise<number> {
  const reason = step.reason ?? null;
  const at = run.clock();
  const history = [...message.history, { at, state: step.state, ...(reason === null ? {} : { reason }) }].slice(-historyMax);
  return change(
    'outbox',
    { _id: message._id, state: message.state, attemptId: message.attemptId },
    { ...fields, state: step.state, reason, history },
  );
}
