const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');

const loaders = { '.ts': 'ts', '.tsx': 'tsx' };
const options = {
  format: 'cjs',
  target: 'node20',
  jsx: 'automatic',
  sourcemap: 'external',
  sourcesContent: false,
  // Absent settings of its own, esbuild would look for tsconfig.json.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
};

/** The tests' own transform: the bundler that builds the functions, which takes a fraction of what a compiler in JavaScript does. */
module.exports = {
  process(text, path) {
    const extension = path.slice(path.lastIndexOf('.'));
    const { code, map } = transformSync(text, { ...options, sourcefile: path, loader: loaders[extension] ?? 'jsx' });
    return { code, map };
  },
  getCacheKey(text, path) {
    return createHash('sha256')
      .update([version, JSON.stringify(options), path, text].join('\0'))
      .digest('hex')
      .slice(0, 40);
  },
};
