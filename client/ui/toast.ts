import { type Cell, createCell } from '@/platform/createCell';

export interface Toast {
  readonly text: string;
  readonly tone: 'joy' | 'said' | 'refused';
  /** Tells two toasts of the same text apart. */
  readonly number: number;
}

/** What is being said over the screen, or null. */
export const toast: Cell<Toast | null> = createCell<Toast | null>(null);

let number = 0;

const show = (text: string, tone: Toast['tone']): void => {
  number += 1;
  toast.set({ text, tone, number });
};

/** Something went well, with a small joy. */
export function cheer(text: string): void {
  show(text, 'joy');
}

/** A plain remark. */
export function remark(text: string): void {
  show(text, 'said');
}

/** A refusal's sentence; stays a little longer. */
export function decline(text: string): void {
  show(text, 'refused');
}
