import { type Cell, createCell } from './createCell';
import type { DemoPerson } from './types';

/** WeChat itself says who is calling, so nobody is ever asked. */
export const asking: Cell<boolean> = createCell(false);

export function currentPerson(): string | null {
  return null;
}

export function people(): Promise<readonly DemoPerson[]> {
  return Promise.resolve([]);
}

export const signIn: (personId: string) => Promise<void> = () => Promise.resolve();
