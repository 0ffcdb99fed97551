import type { PushAnswer } from '@shared/message/judgeAnswer';

/** One SMS: what it is about, and what it says. The way out of further ones is the provider's to add. */
export interface Sms {
  readonly phone: string;
  readonly title: string;
  readonly body: string;
}

/** Somebody who sends SMS. Never throws: an answer that was lost has the error number 0. */
export interface SmsProvider {
  send(sms: Sms): Promise<PushAnswer>;
}
