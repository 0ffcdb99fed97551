import { createHash } from 'node:crypto';
import { appId } from '../functions/workerEnv';
import type { Ticket, Wechat } from './wechat';

/** A person's phone number as the platform tells it. */
export interface PhoneInfo {
  readonly phoneNumber: string;
  readonly purePhoneNumber: string;
  readonly countryCode: string;
  readonly watermark: { readonly timestamp: number; readonly appid: string };
}

/** The number of whoever a code belongs to: the one declared for a demo person, else a made-up one that is always the same. */
export function phoneInfo(wechat: Pick<Wechat, 'people'>, ticket: Ticket): PhoneInfo {
  const declared = wechat.people.find((person) => person.openid === ticket.openid)?.phone;
  const phone = declared ?? madeUpPhone(ticket.openid);
  const watermark = { timestamp: Math.floor(ticket.madeMs / 1000), appid: appId };
  return { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark };
}

/** Begins with 170000, so that nobody takes it for a real one. */
function madeUpPhone(openid: string): string {
  const part = createHash('sha256').update(openid).digest().readUInt32BE(0) % 100_000;
  return `170000${String(part).padStart(5, '0')}`;
}
