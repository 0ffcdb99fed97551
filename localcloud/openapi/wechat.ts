import type { Records } from '../storage/openRecords';
import type { DemoPerson } from '../types';
import type { MediaCheck } from './mediaCheck';
import type { Order } from './pay/order';
import type { AccountLimits, CheckedWords, DeliveredMessage, MessageTemplate, ShortLink, Suggest } from './wechatTypes';

/** Something a phone gave out that opens once, or for a while. */
export interface Ticket {
  readonly openid: string;
  readonly madeMs: number;
  readonly data: unknown;
}

/** What WeChat's side of a local cloud knows and remembers. */
export interface Wechat {
  readonly templates: ReadonlyMap<string, MessageTemplate>;
  /** Pages of the published mini-program; absent: every page is believed. */
  readonly pages: ReadonlySet<string> | undefined;
  readonly words: CheckedWords;
  readonly people: readonly DemoPerson[];
  /** Accepted messages left, by `grantKey`. */
  readonly grants: Records<number>;
  readonly mailbox: Records<DeliveredMessage>;
  readonly orders: Records<Order>;
  /** Short links by their text. */
  readonly links: Records<ShortLink>;
  /** Media given to the content check, by their number. */
  readonly checks: Records<MediaCheck>;
  /** How the pictures of somebody are judged. */
  readonly judgements: Map<string, Suggest>;
  /** Short links given out, by day. */
  readonly linksGiven: Map<number, number>;
  /** What binds the mini-program's account. */
  readonly account: AccountLimits;
  /** The function that hears the platform's messages; absent: none does. */
  readonly messagePush: string | undefined;
  readonly phoneCodes: Map<string, Ticket>;
  readonly openData: Map<string, Ticket>;
  /** When somebody last used the mini-program; people of before a restart count as away. */
  readonly seenMs: Map<string, number>;
  /** The content behind an address; undefined when there is none. Only files of this cloud's storage are looked at. */
  readMedia(url: string): Promise<Buffer | undefined>;
  nowMs(): number;
  nextMessageId(): number;
  /** Runs a function as the platform does; gives its result as JSON text. */
  notify(functionName: string, eventText: string): Promise<string>;
}

/** The key of a grant: who, and for which template. */
export function grantKey(openid: string, templateId: string): string {
  return `${openid} ${templateId}`;
}

/** Whether a text can be an open id. */
export function isOpenid(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
}
