import { draftMessage, type MessageRequest } from '@shared/message/draftMessage';
import type { Notices } from '@shared/message/notices';
import type { GrantTopic } from '@shared/message/topics';
import type { OutboxMessage } from '@shared/message/types';
import type { TestShop } from '../openShop';

/** Somebody with a card, and how they are told things. */
export interface Addressee {
  readonly openid: string;
  readonly memberId: string;
}

/** Lets somebody join, with some grants in our ledger and (unless said otherwise) as many accepts in WeChat. */
export async function addressee(
  shop: TestShop,
  openid: string,
  grants: Partial<Record<GrantTopic, number>> = {},
  accepts: Partial<Record<GrantTopic, number>> = grants,
): Promise<Addressee> {
  await shop.join(openid);
  const [member] = await shop.cloud.data.find('members', { _id: openid });
  const notices: Notices = { rev: 0, language: 'zh', off: [], grants, unread: 0, recent: [], asks: [] };
  await shop.cloud.data.update('members', { _id: openid }, { $set: { notices } });
  for (const [topic, count] of Object.entries(accepts)) if (count > 0) await shop.cloud.wechat.accept(openid, `lantern-${topic}`, count);
  return { openid, memberId: String(member?.['memberId']) };
}

/** Puts a message into the outbox, as a use case would in its transaction. */
export async function post(shop: TestShop, request: MessageRequest, change: Partial<OutboxMessage> = {}): Promise<OutboxMessage> {
  const message = { ...draftMessage(request, shop.cloud.clock.nowMs()), ...change };
  await shop.cloud.data.insert('outbox', [{ ...message }]);
  return message;
}

/** A pick-up notice to somebody. */
export function pickup(memberId: string, source: string): MessageRequest {
  const name = { zh: '手工茶杯', en: 'A hand-made cup' };
  return { kind: 'pickupReady', source, memberId, facts: { name, shop: { zh: '西湖店', en: 'West Lake' } } };
}

/** One tick's share of the sender; gives its figures. */
export async function sendOutbox(shop: TestShop): Promise<Record<string, number | boolean>> {
  return ((await shop.cloud.runTimer('jobs', 'sendOutbox')) as { value: Record<string, number | boolean> }).value;
}

export async function stateOf(shop: TestShop, message: Pick<OutboxMessage, '_id'>): Promise<OutboxMessage> {
  const [found] = await shop.cloud.data.find('outbox', { _id: message._id });
  return found as unknown as OutboxMessage;
}

export async function noticesNow(shop: TestShop, { openid }: Addressee): Promise<Notices> {
  const [member] = await shop.cloud.data.find('members', { _id: openid });
  return member?.['notices'] as Notices;
}

/** What the ledger of grants says is left, which must be what the member's notices say. */
export async function ledgerSum(shop: TestShop, { memberId }: Addressee, topic: GrantTopic, opening: number): Promise<number> {
  const entries = await shop.cloud.data.find('grantEntries', { memberId, topic });
  return entries.reduce((sum, entry) => sum + Number(entry['delta']), opening);
}

/** Pushes one of the platform's events about pick-up messages, in its documented form. */
export function platformEvent(shop: TestShop, openid: string, name: string, item: object, change: object = {}): Promise<unknown> {
  const raw = {
    ToUserName: 'gh_1',
    FromUserName: openid,
    CreateTime: String(Math.floor(shop.cloud.clock.nowMs() / 1000)),
    MsgType: 'event',
    Event: name,
    List: [{ TemplateId: 'lantern-pickup', ...item }],
    ...change,
  };
  return shop.cloud.call('events', raw, { trigger: 'timer' });
}
