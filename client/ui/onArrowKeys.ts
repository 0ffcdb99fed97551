interface KeyPress {
  readonly key: string;
  readonly preventDefault: () => void;
}

const ways = { ArrowUp: 'U', ArrowDown: 'D', ArrowLeft: 'L', ArrowRight: 'R' } as const;
type Way = (typeof ways)[keyof typeof ways];

/** In a browser, the arrow keys of whatever inside has the focus; on the phone there are no keys. Spread it into the element. */
export function onArrowKeys(onWay: (way: Way) => void): object {
  if (process.env.TARO_ENV === 'weapp') return {};
  return {
    onKeyDown: (event: KeyPress): void => {
      const way = (ways as Readonly<Record<string, Way | undefined>>)[event.key];
      if (way === undefined) return;
      event.preventDefault();
      onWay(way);
    },
  };
}
