import { randomBytes } from 'node:crypto';
import { jsonReply } from './commApi';
import { apiFault, type OpenApi } from './openApi';
import { authorActiveMaxMs } from './securityMsgSecCheck';
import { isOpenid, type Wechat } from './wechat';
import type { Suggest } from './wechatTypes';

/** Kinds of media: sound and picture. Source: the platform's documentation of mediaCheckAsync. */
const mediaTypes: readonly unknown[] = [1, 2];

/** What the author shows: a profile, a comment, a forum, a log. Source: as above. */
const scenes: readonly unknown[] = [1, 2, 3, 4];

/**
 * Takes a picture or sound to be checked (version 2) and gives its number; the verdict is pushed later, as the event
 * `wxa_media_check`. Refuses 40003 (open id), 40004 (kind), 40097 (scene, version, address) and 61010 (the author has not used the
 * mini-program for two hours). Version 1 has ended and is refused.
 *
 * Nobody looks at pictures here: one whose bytes hold a risky or doubtful word of `words` (in a comment of the file, say) is risky or
 * doubtful, any other is judged as `judge` said of its author, else it passes.
 */
export const securityMediaCheckAsync: OpenApi = {
  name: 'security.mediaCheckAsync',
  async answer(params, wechat) {
    const { media_url: url, media_type: mediaType, version, openid, scene } = params;
    if (version !== 2) throw apiFault(40097, 'invalid args: version');
    if (!mediaTypes.includes(mediaType)) throw apiFault(40004, 'invalid media type');
    if (!scenes.includes(scene)) throw apiFault(40097, 'invalid args: scene');
    if (typeof url !== 'string' || url === '') throw apiFault(40097, 'invalid args: media_url');
    if (!isOpenid(openid)) throw apiFault(40003, 'invalid openid');
    const seenMs = wechat.seenMs.get(openid);
    if (seenMs === undefined || wechat.nowMs() - seenMs > authorActiveMaxMs) throw apiFault(61010, 'code is expired');
    const content = await wechat.readMedia(url);
    const suggest = content === undefined ? 'unreachable' : judge(content, openid, wechat);
    const traceId = newTraceId();
    await wechat.checks.put(traceId, { traceId, openid, askedMs: wechat.nowMs(), suggest, tries: 0, takenMs: null });
    return jsonReply({ errcode: 0, errmsg: 'ok', trace_id: traceId });
  },
};

function judge(content: Buffer, openid: string, wechat: Wechat): Suggest {
  const found = (['risky', 'review'] as const).find((suggest) => (wechat.words[suggest] ?? []).some((word) => content.includes(word)));
  return found ?? wechat.judgements.get(openid) ?? 'pass';
}

/** Three groups of eight hex digits, as the platform's look. */
function newTraceId(): string {
  const hex = randomBytes(12).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 16), hex.slice(16)].join('-');
}
