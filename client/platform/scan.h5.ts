import { type Cell, createCell } from './createCell';

type Answer = (text: string | null) => void;

/** Who waits for a scanned text; the scanner is on the screen while somebody does. */
export const scanRequest: Cell<Answer | null> = createCell<Answer | null>(null);

/** Scans one code with the browser's camera or from a picture; null when the person turned back. */
export function scanCode(): Promise<string | null> {
  return new Promise((resolve) => {
    scanRequest.set((text) => {
      scanRequest.set(null);
      resolve(text);
    });
  });
}
