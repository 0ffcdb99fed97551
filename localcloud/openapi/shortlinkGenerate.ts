import { randomBytes } from 'node:crypto';
import { checkPage } from './checkPage';
import { jsonReply } from './commApi';
import { apiFault, isApiFault, type OpenApi } from './openApi';
import type { Wechat } from './wechat';

/** Longest page address, longest title shown whole, how long a link lives, and how many may live for ever. Source: generateShortLink. */
export const pageUrlMaxCount = 1024;
const titleMaxCount = 20;
export const shortLinkLifeMs = 30 * 86_400_000;
export const permanentMaxCount = 100_000;

/** How the mini-program is called in its links. */
const programName = '本地小程序';
const codeChars = 15;

/**
 * Gives a page's short link, which people send each other within WeChat; whoever opens it first does not matter. It lives 30 days, or for
 * ever when asked. Refuses 40066 (page), 40225 (title), 85400 (no more that live for ever).
 */
export const shortlinkGenerate: OpenApi = {
  name: 'shortlink.generate',
  async answer(params, wechat) {
    const page = checkUrl(params['page_url'], wechat);
    const title = checkTitle(params['page_title'], wechat);
    const permanent = params['is_permanent'] === true;
    if (permanent && permanentCount(wechat) >= permanentMaxCount) throw apiFault(85400, 'reach max long time quota limit');
    const link = `#小程序://${[programName, ...(title === '' ? [] : [title]), newCode()].join('/')}`;
    await wechat.links.put(link, { page, untilMs: permanent ? null : wechat.nowMs() + shortLinkLifeMs });
    return jsonReply({ errcode: 0, errmsg: 'ok', link });
  },
};

function checkUrl(value: unknown, wechat: Wechat): string {
  if (typeof value !== 'string' || value === '' || value.length > pageUrlMaxCount) throw apiFault(40066, 'invalid url');
  try {
    return checkPage(value, wechat, { query: true });
  } catch (thrown) {
    throw isApiFault(thrown) ? apiFault(40066, 'invalid url') : thrown;
  }
}

function checkTitle(value: unknown, wechat: Wechat): string {
  const title = value ?? '';
  if (typeof title !== 'string' || (wechat.words.risky ?? []).some((word) => title.includes(word))) {
    throw apiFault(40225, 'invalid page title');
  }
  const chars = Array.from(title);
  return chars.length > titleMaxCount ? `${chars.slice(0, titleMaxCount).join('')}...` : title;
}

function permanentCount(wechat: Wechat): number {
  return [...wechat.links.entries()].filter(([, { untilMs }]) => untilMs === null).length;
}

function newCode(): string {
  return randomBytes(codeChars * 2)
    .toString('base64')
    .replace(/[^0-9A-Za-z]/g, '')
    .slice(0, codeChars);
}
