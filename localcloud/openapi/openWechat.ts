import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { cloudFault } from '../cloudFault';
import { openRecords, writeRecords } from '../storage/openRecords';
import type { CloudOptions } from '../types';
import { isKnownKind } from './checkField';
import type { MediaCheck } from './mediaCheck';
import { payOrder } from './pay/payOrder';
import type { Order } from './pay/order';
import { pushVerdicts } from './pushVerdicts';
import { grantKey, type Wechat } from './wechat';
import type { DeliveredMessage, MessageTemplate, ShortLink, WechatSide } from './wechatTypes';

/** WeChat's side of a cloud, opened. */
export interface OpenWechat extends Wechat {
  readonly side: Omit<WechatSide, 'upload'>;
  /** Notes that somebody uses the mini-program. */
  readonly sawPerson: (openid: string | undefined) => void;
  backup(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** What WeChat's side needs. */
export interface WechatOptions extends Pick<
  CloudOptions,
  'dataDir' | 'templates' | 'pages' | 'words' | 'people' | 'account' | 'messagePush'
> {
  readonly nowMs: () => number;
  readonly notify: Wechat['notify'];
  readonly readMedia: Wechat['readMedia'];
}

/** Folder of what WeChat's side remembers, within a cloud's data. */
const wechatFolder = 'wechat';

/** Opens WeChat's side over a cloud's data folder. Refuses, in one sentence, a template with a field of an unknown kind. */
export async function openWechat(options: WechatOptions): Promise<OpenWechat> {
  const folder = join(options.dataDir, wechatFolder);
  const templates = new Map((options.templates ?? []).map((template) => [checkTemplate(template).id, template]));
  const kept = await openKept(folder);
  let lastMessage = Math.max(0, ...[...kept.mailbox.entries()].map(([key]) => Number(key)));
  const wechat: Wechat = {
    templates,
    pages: options.pages === undefined ? undefined : new Set(options.pages),
    words: options.words ?? {},
    people: options.people ?? [],
    ...kept,
    judgements: new Map(),
    linksGiven: new Map(),
    account: options.account ?? {},
    messagePush: options.messagePush,
    phoneCodes: new Map(),
    openData: new Map(),
    seenMs: new Map(),
    nowMs: options.nowMs,
    nextMessageId: () => (lastMessage += 1),
    notify: options.notify,
    readMedia: options.readMedia,
  };
  return {
    ...wechat,
    side: sideOf(wechat),
    sawPerson(openid) {
      if (openid !== undefined) wechat.seenMs.set(openid, wechat.nowMs());
    },
    async backup(target) {
      for (const [name, records] of Object.entries(kept)) {
        await writeRecords(join(target, wechatFolder, `${name}.jsonl`), new Map<string, unknown>(records.entries()));
      }
    },
    async close() {
      await Promise.all(Object.values(kept).map((records) => records.close()));
    },
  };
}

/** What outlives a restart, each in a file of its name. */
type Kept = Pick<Wechat, 'grants' | 'mailbox' | 'orders' | 'links' | 'checks'>;

async function openKept(folder: string): Promise<Kept> {
  const fileOf = (name: keyof Kept): string => join(folder, `${name}.jsonl`);
  return {
    grants: await openRecords<number>(fileOf('grants')),
    mailbox: await openRecords<DeliveredMessage>(fileOf('mailbox')),
    orders: await openRecords<Order>(fileOf('orders')),
    links: await openRecords<ShortLink>(fileOf('links')),
    checks: await openRecords<MediaCheck>(fileOf('checks')),
  };
}

function checkTemplate(template: MessageTemplate): MessageTemplate {
  const odd = template.fields.find((field) => !isKnownKind(field));
  if (odd !== undefined) throw new Error(`The message template ${template.id} has a field of an unknown kind: ${odd}.`);
  return template;
}

function sideOf(wechat: Wechat): OpenWechat['side'] {
  return {
    async accept(openid, templateId, count = 1) {
      if (!wechat.templates.has(templateId)) throw cloudFault('INVALID_PARAM', `there is no message template ${templateId}`);
      const key = grantKey(openid, templateId);
      const left = (wechat.grants.get(key) ?? 0) + count;
      await wechat.grants.put(key, left);
      return left;
    },
    reject: (openid, templateId) => wechat.grants.remove(grantKey(openid, templateId)),
    messages: (openid) =>
      [...wechat.mailbox.entries()].map(([, message]) => message).filter((message) => openid === undefined || message.openid === openid),
    phoneCode: (openid) => giveTicket(wechat, wechat.phoneCodes, { openid, data: null }),
    openDataId: (openid, data) => giveTicket(wechat, wechat.openData, { openid, data }),
    openLink(link) {
      const found = wechat.links.get(link);
      const alive = found !== undefined && (found.untilMs === null || wechat.nowMs() < found.untilMs);
      return alive ? found.page : null;
    },
    judge: (openid, suggest) => void wechat.judgements.set(openid, suggest),
    mediaChecks: () =>
      [...wechat.checks.entries()].map(([, { traceId, openid, suggest, takenMs }]) => ({
        traceId,
        openid,
        suggest,
        taken: takenMs !== null,
      })),
    pushVerdicts: (how) => pushVerdicts(wechat, how),
    pay: (outTradeNo, how) => payOrder(wechat, outTradeNo, how?.notice ?? true),
    payments: () =>
      [...wechat.orders.entries()].map(([, { outTradeNo, totalFee, state, paid, refunds }]) => {
        const back = refunds.map(({ outRefundNo, refundFee }) => ({ outRefundNo, refundFee }));
        return { outTradeNo, totalFee, state, transactionId: paid?.transactionId ?? null, refunds: back };
      }),
  };
}

/** Most tickets of a kind that wait to be opened; the oldest go first. */
const ticketsMaxCount = 10_000;

function giveTicket(wechat: Wechat, tickets: Wechat['phoneCodes'], content: { readonly openid: string; readonly data: unknown }): string {
  const code = randomBytes(32).toString('hex');
  tickets.set(code, { ...content, madeMs: wechat.nowMs() });
  const oldest = tickets.size > ticketsMaxCount ? tickets.keys().next().value : undefined;
  if (oldest !== undefined) tickets.delete(oldest);
  return code;
}
