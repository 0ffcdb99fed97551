import type { Drawer } from './types';

/** In a browser each tab is a phone of its own, so what belongs to a person stays with the tab; choices of taste are the browser's. */
const places: Readonly<Record<Drawer, Storage>> = {
  person: window.sessionStorage,
  phone: window.sessionStorage,
  taste: window.localStorage,
};
const prefix = (drawer: Drawer): string => `lantern.${drawer}.`;

/** What is kept under a name, or null. A value that cannot be read any more counts as absent. */
export function recall<Value>(drawer: Drawer, name: string): Value | null {
  try {
    const text = places[drawer].getItem(prefix(drawer) + name);
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

/** Keeps a JSON value; a full or forbidden storage is passed over, since everything kept can be fetched again. */
export function remember(drawer: Drawer, name: string, value: unknown): void {
  try {
    places[drawer].setItem(prefix(drawer) + name, JSON.stringify(value));
  } catch {
    // Private windows refuse storage; the app works without.
  }
}

/** Forgets everything in a drawer. */
export function forget(drawer: Drawer): void {
  const place = places[drawer];
  const names = Array.from({ length: place.length }, (_, index) => place.key(index) ?? '');
  for (const name of names) if (name.startsWith(prefix(drawer))) place.removeItem(name);
}
