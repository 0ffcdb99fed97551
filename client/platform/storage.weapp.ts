import Taro from '@tarojs/taro';
import type { Drawer } from './types';

const prefix = (drawer: Drawer): string => `lantern.${drawer}.`;

/** What is kept under a name, or null. A value that cannot be read any more counts as absent. */
export function recall<Value>(drawer: Drawer, name: string): Value | null {
  try {
    const text: unknown = Taro.getStorageSync(prefix(drawer) + name);
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as Value) : null;
  } catch {
    return null;
  }
}

/** Keeps a JSON value; a full storage is passed over, since everything kept can be fetched again. */
export function remember(drawer: Drawer, name: string, value: unknown): void {
  try {
    Taro.setStorageSync(prefix(drawer) + name, JSON.stringify(value));
  } catch {
    // Nothing is lost that the next call would not bring back.
  }
}

/** Forgets everything in a drawer. */
export function forget(drawer: Drawer): void {
  for (const name of Taro.getStorageInfoSync().keys) if (name.startsWith(prefix(drawer))) Taro.removeStorageSync(name);
}
