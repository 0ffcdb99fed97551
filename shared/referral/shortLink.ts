const dayMs = 86_400_000;

/** A short link within WeChat and until when it opens (epoch ms). */
export interface ShortLink {
  readonly url: string;
  readonly until: number;
}

/** How long the platform lets a link live that is not for ever; those for ever are 100 000 in all. */
const lifeMs = 30 * dayMs;
/** A link with less time than this is renewed when its owner asks for it: who gets it needs some days to open it. */
const leftMinMs = 7 * dayMs;

/** What the platform shows of a link before it is opened, at most 20 characters. One for both languages: the link is kept. */
export const linkTitle = '送你一份见面礼';

/** A link that was made at `at`. */
export function linkMade(url: string, at: number): ShortLink {
  return { url, until: at + lifeMs };
}

/** Whether a kept link can be passed on: `long` enough, `soon` over, or `over` (or never made). */
export function linkStanding(link: ShortLink | undefined, now: number): 'long' | 'soon' | 'over' {
  if (link === undefined || link.until <= now) return 'over';
  return link.until - now < leftMinMs ? 'soon' : 'long';
}
