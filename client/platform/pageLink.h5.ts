import { routes, type Route } from './navigate';

/** The address of a page, to be copied and sent to somebody; null where pages have none. */
export function pageLink(route: Route, query: Readonly<Record<string, string>>): string | null {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const { origin, pathname } = window.location;
  return `${origin}${pathname}#${routes[route]}?${pairs.join('&')}`;
}
