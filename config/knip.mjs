import { readdirSync } from 'node:fs';

// Bundlers choose between `x.h5.ts` and `x.weapp.ts` where the code says `./x`; the dead-code check cannot, so those names are
// told to it.
const halves = readdirSync(new URL('../client', import.meta.url), { recursive: true })
  .map((path) => /(?:^|\/)([^/]+)\.h5\.tsx?$/.exec(path)?.[1])
  .filter((name) => name !== undefined);

// eslint-disable-next-line no-restricted-syntax -- knip looks its configuration up by the default export
export default {
  entry: [
    'cloudfunctions/*/index.ts',
    'client/app.tsx',
    'client/custom-tab-bar/index.tsx',
    'client/**/*.config.ts',
    'client/pages/**/*.tsx',
    'client/packages/**/*.tsx',
    'client/**/*.{weapp,h5}.{ts,tsx}',
    'config/*.{ts,cjs}',
    'config/{demo,admin,deploy}/*.ts',
    'config/scripts/*.mjs',
    'config/jest/*.{mjs,cjs}',
    'localcloud/{index,worker,cli,inside/page}.ts',
    'localcloud/{build,buildSdk}.mjs',
    'test/**/*.test.{ts,tsx,mjs}',
    'test/{bench,torture,replay}/*.ts',
    'test/browser/gallery.ts',
    'test/cloud/functions/*/index.{ts,js}',
  ],
  project: ['{client,cloudfunctions,config,localcloud,shared,test}/**/*.{ts,tsx,mjs,cjs}'],
  ignoreExportsUsedInFile: true,
  ignoreBinaries: ['fc-list', 'apt-get', 'sh'],
  ignoreUnresolved: halves.map((name) => new RegExp(`^(\\./|@/platform/|@/.*/)${name}$`)),
  ignoreDependencies: [
    // Named by Taro's configuration as plain words, or looked for by its command and its bundler.
    /^@tarojs\//,
    'babel-preset-taro',
    'babel-plugin-import',
    '@pmmmwh/react-refresh-webpack-plugin',
    'react-refresh',
    'postcss',
    'sass',
    'webpack',
    // NutUI's own icons.
    '@nutui/icons-react-taro',
    // Babel and its preset, which Taro's preset asks for; programs named as text by our own scripts.
    /^@babel\//,
    'dependency-cruiser',
    'prettier',
    'knip',
    'eslint',
  ],
};
