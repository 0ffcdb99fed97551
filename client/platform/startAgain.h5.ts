/** Opens the app anew at its first page, so that nothing of the person before is left on the screen. */
export function startAgain(): void {
  window.location.hash = '#/';
  window.location.reload();
}
