/** Keeps a browser's screen awake where it can be asked; brightness is not a page's to change. Gives the way back. */
export function brightScreen(): () => void {
  const asked = 'wakeLock' in navigator ? navigator.wakeLock.request('screen').catch(() => null) : Promise.resolve(null);
  return () => {
    void asked.then((lock) => lock?.release()).catch(() => undefined);
  };
}
