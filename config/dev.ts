import type { UserConfigExport } from '@tarojs/cli';

/** What differs while developing: plain, readable output. */
export const development: UserConfigExport<'webpack5'> = {
  mini: { debugReact: false },
  h5: { devServer: { open: false, host: '127.0.0.1' } },
};
