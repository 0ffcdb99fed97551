import { useEffect, useRef } from 'react';

const reachable = '[tabindex]:not([tabindex="-1"]), input, button, a[href], select, textarea';

function inside(box: HTMLElement): readonly HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>(reachable)].filter((element) => element.offsetParent !== null && element.tabIndex >= 0);
}

function keepInside(box: HTMLElement, event: KeyboardEvent): void {
  const stops = inside(box);
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (first === undefined || last === undefined) return;
  const at = document.activeElement;
  const leaving = event.shiftKey ? at === first || at === box : at === last;
  if (!leaving && box.contains(at)) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}

/** While a dialog is open: focus moves into it, Tab stays inside, Escape closes it, and afterwards focus returns to where it was. */
export function useModalFocus(id: string, open: boolean, onClose: (() => void) | undefined): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!open) return undefined;
    const before = document.activeElement;
    const entering = setTimeout(() => {
      const box = document.getElementById(id);
      if (box === null || box.contains(document.activeElement)) return;
      box.tabIndex = -1;
      box.focus();
    });
    const onKey = (event: KeyboardEvent): void => {
      const box = document.getElementById(id);
      if (event.key === 'Escape') close.current?.();
      if (event.key === 'Tab' && box !== null) keepInside(box, event);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(entering);
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [id, open]);
}
