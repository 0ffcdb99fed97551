import { minuteMs } from '../kernel/time';
import type { OutboxMessage } from './types';

/** What the platform answered to a push: its number for the message, or its error (0: the answer was lost). */
export type PushAnswer =
  { readonly ok: true; readonly msgId: string | null } | { readonly ok: false; readonly errCode: number; readonly text: string };

/** What an answer means for the message, its grant and its template. */
export type PushVerdict =
  | { readonly what: 'sent' }
  /** 43101: refused by the person or used up: no grant is left, whatever the ledger said. */
  | { readonly what: 'grantGone' }
  /** 47003: a field does not fit. A bug: the message is lost, the grant is not. */
  | { readonly what: 'fieldWrong' }
  /** 40003, 40037, 41030 and what the cloud says of permissions: wrongly set up. Nothing of this template is sent until somebody looks. */
  | { readonly what: 'stopTemplate' }
  | { readonly what: 'retry'; readonly at: number }
  | { readonly what: 'giveUp' }
  /** Perhaps it arrived. Never sent again; the platform's event settles it. */
  | { readonly what: 'unknown' };

const setUpErrors: readonly number[] = [40003, 40037, 41030];
/** wx-server-sdk's numbers of "no such API", "not permitted", "bad arguments": the platform was never reached. */
const notReachedErrors: readonly number[] = [-604100, -604101, -601002];
/** The platform's own "system busy, try again later": an answer, so nothing was sent. */
const busyError = -1;

const backOffMinutes = [1, 5, 15, 60, 240] as const;

/** Reads the platform's answer. Source of the numbers: platform.md, Subscription messages. */
export function judgeAnswer(answer: PushAnswer, message: Pick<OutboxMessage, 'tries' | 'expiresAt'>, now: number): PushVerdict {
  if (answer.ok) return { what: 'sent' };
  const { errCode } = answer;
  if (errCode === 43101) return { what: 'grantGone' };
  if (errCode === 47003) return { what: 'fieldWrong' };
  if (setUpErrors.includes(errCode) || notReachedErrors.includes(errCode)) return { what: 'stopTemplate' };
  // A positive number is WeChat's own answer; anything else left unsaid what became of the message.
  if (errCode <= 0 && errCode !== busyError) return { what: 'unknown' };
  const waitMinutes = backOffMinutes[message.tries];
  if (waitMinutes === undefined || now + waitMinutes * minuteMs >= message.expiresAt) return { what: 'giveUp' };
  return { what: 'retry', at: now + waitMinutes * minuteMs };
}
