import type { UserConfigExport } from '@tarojs/cli';

/** One copy of the framework and of what several pages share; without these groups each H5 page repeats them. */
const cacheGroups = {
  framework: {
    name: 'framework',
    test: /[\\/]node_modules[\\/](react|react-dom|scheduler|@tarojs|@stencil)[\\/]/,
    chunks: 'initial',
    priority: 30,
  },
  zxing: { name: 'zxing', test: /[\\/]node_modules[\\/]@zxing[\\/]/, chunks: 'async', priority: 40 },
  shared: { name: 'shared', minChunks: 2, chunks: 'all', priority: 10, enforce: true },
};

/** What differs in what is shipped. */
export const production: UserConfigExport<'webpack5'> = {
  h5: {
    enableExtract: true,
    webpackChain: (chain: { optimization: { splitChunks: (options: object) => unknown } }) => {
      chain.optimization.splitChunks({ chunks: 'all', minSize: 20_000, cacheGroups });
    },
  },
};
