import type { PushAnswer } from '@shared/message/judgeAnswer';
import { openApi } from './sdk';

/** Longer than the platform ever takes; after this its answer counts as lost. */
const answerMaxMs = 10_000;

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  readonly page: string;
  readonly language: 'zh' | 'en';
  readonly fields: Readonly<Record<string, string>>;
}

/** Hands one subscription message to the platform and gives its answer; never throws. An answer that was lost has the error number 0. */
export async function sendSubscribeMessage(message: SubscribeMessage): Promise<PushAnswer> {
  const { openid, templateId, page, language, fields } = message;
  const data = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value }]));
  const sending = openApi.subscribeMessage.send({ touser: openid, templateId, page, data, lang: language === 'zh' ? 'zh_CN' : 'en_US' });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), answerMaxMs);
  });
  try {
    const { msgid } = await Promise.race([sending, late]);
    return { ok: true, msgId: msgid === undefined ? null : String(msgid) };
  } catch (error) {
    const { errCode, errMsg } = error as { readonly errCode?: unknown; readonly errMsg?: unknown };
    return { ok: false, errCode: typeof errCode === 'number' ? errCode : 0, text: String(errMsg ?? error).slice(0, 200) };
  } finally {
    clearTimeout(timer);
  }
}
