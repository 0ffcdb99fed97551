const babelJest = require('babel-jest');

// The tests' own transform, apart from the client's (package.json names Taro's preset, which jest must not pick up).
module.exports = babelJest.default.createTransformer({
  babelrc: false,
  configFile: false,
  presets: [
    ['@babel/preset-env', { targets: { node: 'current' } }],
    ['@babel/preset-react', { runtime: 'automatic' }],
    ['@babel/preset-typescript', { allowDeclareFields: true }],
  ],
});
