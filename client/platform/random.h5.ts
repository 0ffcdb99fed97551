/** Random bytes from the browser. */
export function randomBytes(count: number): Promise<Uint8Array> {
  return Promise.resolve(window.crypto.getRandomValues(new Uint8Array(count)));
}
