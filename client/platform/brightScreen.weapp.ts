import Taro from '@tarojs/taro';

const full = 1;

/** Some of these give a promise, some nothing at all; what a phone cannot do is passed over. */
const quiet = (work: unknown): void => {
  Promise.resolve(work).catch(() => undefined);
};

/** Makes the screen bright, keeps it awake and hides it from screen capture, as far as the phone lets us; gives the way back. */
export function brightScreen(): () => void {
  let before: number | null = null;
  quiet(
    Taro.getScreenBrightness().then(({ value }) => {
      before = value;
      return Taro.setScreenBrightness({ value: full });
    }),
  );
  quiet(Taro.setKeepScreenOn({ keepScreenOn: true }));
  quiet(Taro.setVisualEffectOnCapture({ visualEffect: 'hidden' }));
  return () => {
    if (before !== null) quiet(Taro.setScreenBrightness({ value: before }));
    quiet(Taro.setKeepScreenOn({ keepScreenOn: false }));
    quiet(Taro.setVisualEffectOnCapture({ visualEffect: 'none' }));
  };
}
