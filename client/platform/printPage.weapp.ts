/** A mini-program cannot print. */
export const printPage: (() => void) | null = null;
