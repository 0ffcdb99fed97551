/** A phone at the till has no real keyboard. */
export const useHardKeys: (onKey: (key: string) => void) => void = () => undefined;
