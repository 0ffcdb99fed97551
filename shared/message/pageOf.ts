import { templateOf, type MessageKind } from './templates';
import type { Facts } from './types';

/** The page that a message opens, without a leading slash, with the facts that the page needs as its parameters. */
export function pageOf(kind: MessageKind, facts: Facts): string {
  const { page, query = [] } = templateOf(kind);
  const pairs = query.map((name) => `${name}=${encodeURIComponent(String(facts[name] ?? ''))}`);
  return pairs.length === 0 ? page : `${page}?${pairs.join('&')}`;
}
