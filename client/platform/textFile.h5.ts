import type { TextFile } from './types';

/** Lets somebody choose a text file; null when they turned back. In a browser by its own dialogue. */
export function chooseTextFile(extension: string): Promise<TextFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = `.${extension}`;
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file === undefined) resolve(null);
      else void file.text().then((text) => resolve({ name: file.name, text }));
    });
    input.click();
  });
}
