import { isDocument } from '../engine/document';
import { fitsField } from './checkField';
import { checkPage } from './checkPage';
import { jsonReply } from './commApi';
import { apiFault, type OpenApi } from './openApi';
import { grantKey, isOpenid, type Wechat } from './wechat';
import type { DeliveredMessage, MessageTemplate } from './wechatTypes';

/** Messages the mailbox keeps; the oldest go first. */
const mailboxMaxCount = 10_000;

/**
 * Sends a subscription message: one accept of the person is used up. Refuses, in this order, 40003 (open id), 40037 (template),
 * 47003 (a field), 41030 (page), 43101 (nothing accepted). A refused message uses nothing up.
 */
export const subscribeMessageSend: OpenApi = {
  name: 'subscribeMessage.send',
  async answer(params, wechat) {
    const openid = params['touser'];
    if (!isOpenid(openid)) throw apiFault(40003, 'invalid openid');
    const templateId = params['template_id'];
    const template = typeof templateId === 'string' ? wechat.templates.get(templateId) : undefined;
    if (template === undefined) throw apiFault(40037, 'invalid template_id');
    const data = checkData(params['data'], template);
    const page = checkPage(params['page'], wechat, { query: true });
    const key = grantKey(openid, template.id);
    const left = wechat.grants.get(key) ?? 0;
    if (left < 1) throw apiFault(43101, 'user refuse to accept the msg');
    const message: DeliveredMessage = {
      id: wechat.nextMessageId(),
      atMs: wechat.nowMs(),
      openid,
      templateId: template.id,
      ...(page === '' ? {} : { page }),
      miniprogramState: oneOf(params['miniprogram_state'], ['formal', 'developer', 'trial']),
      lang: oneOf(params['lang'], ['zh_CN', 'en_US', 'zh_HK', 'zh_TW']),
      data,
    };
    // Decided at once, so that two sendings cannot use the same accept; answered when both are on disk.
    await Promise.all([left > 1 ? wechat.grants.put(key, left - 1) : wechat.grants.remove(key), deliver(wechat, message)]);
    return jsonReply({ errcode: 0, errmsg: 'ok', msgid: message.id });
  },
};

function checkData(given: unknown, template: MessageTemplate): Record<string, string> {
  const data: Record<string, string> = {};
  for (const field of template.fields) {
    const item = isDocument(given) ? given[field] : undefined;
    const value = isDocument(item) ? item['value'] : undefined;
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || text === '') throw apiFault(47003, `argument invalid! data.${field}.value is empty`);
    if (!fitsField(field, text)) throw apiFault(47003, `argument invalid! data.${field}.value invalid`);
    data[field] = text;
  }
  return data;
}

async function deliver(wechat: Wechat, message: DeliveredMessage): Promise<void> {
  const put = wechat.mailbox.put(String(message.id), message);
  const oldest = wechat.mailbox.size() > mailboxMaxCount ? wechat.mailbox.oldestKey() : undefined;
  await Promise.all([put, oldest === undefined ? undefined : wechat.mailbox.remove(oldest)]);
}

/** A value out of a list, whose first stands for an absent one. */
function oneOf(value: unknown, allowed: readonly string[]): string {
  const asked = value ?? allowed[0];
  const found = allowed.find((one) => one === asked);
  if (found === undefined) throw apiFault(47001, 'data format error');
  return found;
}
