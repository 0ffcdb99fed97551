import { apiFault } from './openApi';
import type { Wechat } from './wechat';

/**
 * Gives a page the published mini-program has, `''` for none. Refuses (41030) one it lacks, one with a leading slash, and, unless
 * `query` allows it, one with parameters.
 */
export function checkPage(value: unknown, wechat: Pick<Wechat, 'pages'>, options: { readonly query: boolean }): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value !== 'string') throw apiFault(41030, 'invalid page');
  const [path = '', query] = value.split('?');
  const known = wechat.pages?.has(path) ?? /^[\w-]+(\/[\w-]+)*$/.test(path);
  if (!known || (query !== undefined && !options.query)) throw apiFault(41030, 'invalid page');
  return value;
}
