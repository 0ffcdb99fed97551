import { randomUUID } from 'node:crypto';
import { jsonReply, type CommReply } from './commApi';
import { apiFault, type OpenApi } from './openApi';
import { isOpenid, type Wechat } from './wechat';
import type { Suggest } from './wechatTypes';

/** How lately the author must have used the mini-program. Source: the platform's documentation of msgSecCheck v2. */
export const authorActiveMaxMs = 2 * 60 * 60 * 1000;

/** Longest text in characters. Source: as above. */
export const checkedMaxCount = 2500;

/** The platform's labels: nothing found, and something the others do not name. */
export const labelNormal = 100;
export const labelOther = 21_000;

/**
 * Checks a text (version 2): pass, review or risky. Refuses 40003 (open id), 44002 (empty), 45002 (too long), 40097 (scene), 61010 (the
 * author has not used the mini-program for two hours). Without `version: 2` it answers as version 1 did: 87014 for a risky text.
 */
export const securityMsgSecCheck: OpenApi = {
  name: 'security.msgSecCheck',
  async answer(params, wechat) {
    const content = params['content'];
    if (typeof content !== 'string' || content === '') throw apiFault(44002, 'empty post data');
    if (params['version'] !== 2) return firstVersion(content, wechat);
    if (content.length > checkedMaxCount) throw apiFault(45002, 'content size out of limit');
    if (![1, 2, 3, 4].some((scene) => scene === params['scene'])) throw apiFault(40097, 'invalid args: scene');
    const openid = params['openid'];
    if (!isOpenid(openid)) throw apiFault(40003, 'invalid openid');
    const seenMs = wechat.seenMs.get(openid);
    if (seenMs === undefined || wechat.nowMs() - seenMs > authorActiveMaxMs) throw apiFault(61010, 'code is expired');
    return jsonReply({ errcode: 0, errmsg: 'ok', ...judge(content, wechat), trace_id: randomUUID() });
  },
};

function firstVersion(content: string, wechat: Wechat): CommReply {
  if (judge(content, wechat).result.suggest === 'risky') throw apiFault(87014, 'risky content');
  return jsonReply({ errcode: 0, errmsg: 'ok' });
}

interface Judgement {
  readonly result: { readonly suggest: Suggest; readonly label: number };
  readonly detail: readonly Readonly<Record<string, string | number>>[];
}

/** The gravest word decides. */
function judge(content: string, wechat: Wechat): Judgement {
  const text = content.toLowerCase();
  const found = (['risky', 'review'] as const).flatMap((suggest) =>
    (wechat.words[suggest] ?? []).filter((word) => text.includes(word.toLowerCase())).map((word) => ({ suggest, word })),
  );
  const suggest: Suggest = found[0]?.suggest ?? 'pass';
  const label = suggest === 'pass' ? labelNormal : labelOther;
  const detail = found.map((hit) => ({ strategy: 'keyword', errcode: 0, suggest: hit.suggest, label: labelOther, keyword: hit.word }));
  const model = { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 };
  return { result: { suggest, label }, detail: [model, ...detail] };
}
