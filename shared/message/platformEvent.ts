/** One of the platform's pushed messages about subscription messages, understood. */
export interface PlatformEvent {
  /** `popup`: a question was answered; `change`: switched in WeChat's own settings; `sent`: what became of a message. */
  readonly kind: 'popup' | 'change' | 'sent';
  readonly openid: string;
  /** Epoch ms. */
  readonly at: number;
  readonly items: readonly {
    readonly templateId: string;
    readonly accepted: boolean;
    readonly msgId: string;
    /** `0` when the message arrived. */
    readonly errorCode: string;
  }[];
}

const kinds = {
  subscribe_msg_popup_event: 'popup',
  subscribe_msg_change_event: 'change',
  subscribe_msg_sent_event: 'sent',
} as const;

const itemsMax = 20;
const openidPattern = /^[\w-]{1,64}$/;

/**
 * Reads an event as the platform pushes it (JSON: `MsgType` event, `Event`, `FromUserName`, `CreateTime` in seconds, `List` of one or
 * several).
 * Null for what is none of these events, or not of the documented form.
 */
export function readPlatformEvent(raw: Readonly<Record<string, unknown>>): PlatformEvent | null {
  const { MsgType, Event, FromUserName, CreateTime, List } = raw;
  const kind = typeof Event === 'string' && Object.hasOwn(kinds, Event) ? kinds[Event as keyof typeof kinds] : undefined;
  const seconds = Number(CreateTime);
  if (MsgType !== 'event' || kind === undefined || !Number.isSafeInteger(seconds) || seconds <= 0) return null;
  if (typeof FromUserName !== 'string' || !openidPattern.test(FromUserName)) return null;
  const list = (Array.isArray(List) ? List : [List]) as unknown[];
  if (list.length > itemsMax) return null;
  const items = list.map(readItem);
  if (items.some((item) => item === null)) return null;
  return { kind, openid: FromUserName, at: seconds * 1000, items: items.filter((item) => item !== null) };
}

function readItem(raw: unknown): PlatformEvent['items'][number] | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { TemplateId, SubscribeStatusString, MsgID, ErrorCode } = raw as Readonly<Record<string, unknown>>;
  if (typeof TemplateId !== 'string') return null;
  const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  return { templateId: TemplateId, accepted: SubscribeStatusString === 'accept', msgId: text(MsgID), errorCode: text(ErrorCode) };
}
