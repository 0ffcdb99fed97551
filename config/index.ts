import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { tokenSheet } from './tokenSheet';
import { development } from './dev';
import { production } from './prod';

const root = path.resolve(__dirname, '..');
const shared = path.join(root, 'shared');

/** A browser shows the design's px as they are; Taro takes this unit but its type does not list it. */
const plainPx = { targetUnit: 'px' } as object;

const base: UserConfigExport<'webpack5'> = {
  projectName: 'lantern',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'client',
  outputRoot: `dist/${process.env.TARO_ENV ?? 'weapp'}`,
  plugins: ['@tarojs/plugin-html', path.join(__dirname, 'ariaPlugin.ts')],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  alias: { '@': path.join(root, 'client'), '@shared': shared },
  sass: { data: tokenSheet() },
  mini: {
    compile: { include: [shared] },
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: true, config: {} } },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: [shared] },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    postcss: { pxtransform: { enable: true, config: plainPx } },
  },
};

// Taro's own entry: the framework asks for a default export.
export default defineConfig<'webpack5'>((merge) => merge({}, base, process.env.NODE_ENV === 'development' ? development : production));
