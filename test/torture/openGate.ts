/** Lets callers through while nobody holds it, and holds it once everybody inside has left. */
export interface Gate {
  readonly pass: <T>(work: () => Promise<T>) => Promise<T>;
  readonly hold: (work: () => Promise<void> | void) => Promise<void>;
}

/** A gate for days to pass behind: no call begins on one day and ends on another a week later, which no platform's time-out allows. */
export function openGate(): Gate {
  let inside = 0;
  let held: Promise<void> | null = null;
  let emptied: (() => void) | null = null;
  return {
    async pass(work) {
      while (held !== null) await held;
      inside += 1;
      try {
        return await work();
      } finally {
        inside -= 1;
        if (inside === 0) emptied?.();
      }
    },
    async hold(work) {
      while (held !== null) await held;
      let open = (): void => undefined;
      held = new Promise((resolve) => (open = resolve));
      if (inside > 0) await new Promise<void>((resolve) => (emptied = resolve));
      emptied = null;
      await work();
      held = null;
      open();
    },
  };
}
