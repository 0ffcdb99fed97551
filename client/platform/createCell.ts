import { useSyncExternalStore } from 'react';

/** A value that screens can watch. Lives outside React so that calls and storage can set it. */
export interface Cell<Value> {
  readonly get: () => Value;
  readonly set: (value: Value) => void;
  /** Calls back after each change; gives the way to stop. */
  readonly watch: (listener: () => void) => () => void;
}

/** Makes a cell that holds `initial` until it is set. */
export function createCell<Value>(initial: Value): Cell<Value> {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(current, value)) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A cell's value in a component, redrawn when it changes. */
export function useCell<Value>(cell: Cell<Value>): Value {
  return useSyncExternalStore(cell.watch, cell.get, cell.get);
}
