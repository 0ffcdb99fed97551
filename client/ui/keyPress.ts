interface KeyPress {
  readonly key: string;
  readonly preventDefault: () => void;
  readonly currentTarget: unknown;
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * In a browser, Enter and the space bar do what a tap does, and the arrow keys go on to the next one of a group of choices
 * (`of` is their role); on the phone there are no keys. Spread it into the element.
 */
export function onKeyPress(press: () => void, of?: 'radio' | 'tab'): object {
  if (process.env.TARO_ENV === 'weapp') return {};
  return {
    onKeyDown: (event: KeyPress): void => {
      const step = of === undefined ? undefined : steps[event.key];
      if (step !== undefined) stepTo(event, `[role=${of}]`, step);
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      press();
    },
  };
}

/** Chooses the neighbour of the one that has the focus, round the end, as people expect of radio buttons and tabs. */
function stepTo(event: KeyPress, selector: string, step: 1 | -1): void {
  const here = event.currentTarget as HTMLElement;
  const group = here.closest('[role=radiogroup], [role=tablist]');
  const all = [...(group?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const next = all[(all.indexOf(here) + step + all.length) % all.length];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.click();
}
