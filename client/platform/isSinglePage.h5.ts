/** A browser has no Moments; an address that says `single=1` shows what they would. */
export function isSinglePage(): boolean {
  return /[?&]single=1(&|$)/.test(window.location.hash);
}
