interface KeyPress {
  readonly key: string;
  readonly preventDefault: () => void;
}

/** In a browser, Enter and the space bar do what a tap does; on the phone there are no keys. Spread it into the element. */
export function onKeyPress(press: () => void): object {
  if (process.env.TARO_ENV === 'weapp') return {};
  return {
    onKeyDown: (event: KeyPress): void => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      press();
    },
  };
}
