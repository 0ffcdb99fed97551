import { useEffect, useRef } from 'react';

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

const named: Readonly<Record<string, string>> = { Backspace: 'delete', ArrowLeft: 'left', ArrowRight: 'right' };

/** Gives the digits, dots, backspaces (`delete`) and arrows (`left`, `right`) of a real keyboard, when no field is being typed in. */
export function useHardKeys(onKey: (key: string) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || typesText(event.target)) return;
      const key = /^[0-9.]$/.test(event.key) ? event.key : named[event.key];
      if (key !== undefined) latest.current(key);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
