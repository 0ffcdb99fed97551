import { randomBytes } from 'node:crypto';
import { checkPage } from './checkPage';
import { jsonReply } from './commApi';
import { apiFault, isApiFault, type OpenApi } from './openApi';
import type { Wechat } from './wechat';

/**
 * Longest page address, longest title shown whole, how long a link lives, how many may live for ever, how many are made a day.
 * Source: generateShortLink; the platform's pages name 500 000, 1 000 000 and 10 000 000 a day, this is what its answer in the forum says.
 */
export const pageUrlMaxCount = 1024;
const titleMaxCount = 20;
export const shortLinkLifeMs = 30 * 86_400_000;
export const permanentMaxCount = 100_000;
const linksPerDayMax = 1_000_000;

/** How the mini-program is called in its links. */
const programName = '本地小程序';
const codeChars = 15;

/**
 * Gives a page's short link, which people send each other within WeChat; whoever opens it first does not matter. It lives 30 days, or for
 * ever when asked. Refuses 43104 (a private person's mini-program), 40066 (page), 40225 (title), 85400 (no more that live for ever)
 * and 45009 (no more today, by the platform's own days).
 */
export const shortlinkGenerate: OpenApi = {
  name: 'shortlink.generate',
  async answer(params, wechat) {
    if (wechat.account.isPersonal === true) throw apiFault(43104, 'this appid does not have permission');
    const page = checkUrl(params['page_url'], wechat);
    const title = checkTitle(params['page_title'], wechat);
    const permanent = params['is_permanent'] === true;
    if (permanent && permanentCount(wechat) >= permanentMaxCount) throw apiFault(85400, 'reach max long time quota limit');
    countOne(wechat);
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

const dayMs = 86_400_000;
const platformOffsetMs = 8 * 3_600_000;

/** The platform's days begin at midnight of UTC+8. */
function countOne(wechat: Wechat): void {
  const day = Math.floor((wechat.nowMs() + platformOffsetMs) / dayMs);
  const given = wechat.linksGiven.get(day) ?? 0;
  if (given >= (wechat.account.shortLinksPerDay ?? linksPerDayMax)) throw apiFault(45009, 'reach max api daily quota limit');
  wechat.linksGiven.clear();
  wechat.linksGiven.set(day, given + 1);
}

function newCode(): string {
  return randomBytes(codeChars * 2)
    .toString('base64')
    .replace(/[^0-9A-Za-z]/g, '')
    .slice(0, codeChars);
}
