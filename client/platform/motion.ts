const onPhone = process.env.TARO_ENV === 'weapp';

/** Whether the person asked for less motion; a phone does not tell mini-programs. */
export function lessMotion(): boolean {
  return !onPhone && window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
