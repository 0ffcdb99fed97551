import type { Route } from './navigate';

/** Pages of a mini-program have no address that could be copied: they are sent as share cards. */
export const pageLink: (route: Route, query: Readonly<Record<string, string>>) => string | null = () => null;
