const asksForLess = process.env.TARO_ENV === 'weapp' ? null : window.matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the person asked for less motion; a phone does not tell mini-programs. */
export function lessMotion(): boolean {
  return asksForLess?.matches ?? false;
}
