const linesPerFileMax = 200;
const linesPerFunctionMax = 40;

const sizes = {
  'max-lines': ['error', { max: linesPerFileMax, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: linesPerFunctionMax, skipBlankLines: true, skipComments: true }],
  'max-len': ['error', { code: 140, ignoreUrls: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
};

const plain = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-var': 'error',
  'prefer-const': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
};

/** For the scripts that run before anything is installed: no types to lean on, the same sizes and habits. */
export const untypedRules = { ...sizes, ...plain, 'no-unused-vars': 'off', '@typescript-eslint/no-unused-vars': 'error' };

/** For everything in TypeScript, on top of the strict typed set. */
export const houseRules = {
  ...sizes,
  ...plain,
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description', 'ts-nocheck': true, 'ts-ignore': true }],
  // Numbers in a template are what amounts, days and points are printed with.
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  // `onClick={() => pay()}` and `() => array.push(x)` read better than a block each.
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  // An async handler of a JSX event is ordinary; a promise as a condition is not.
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  // A table of handlers may hold an async one that does not wait for anything.
  '@typescript-eslint/require-await': 'off',
  // Two interfaces of one shape, or a type parameter used once, are sometimes what says it best.
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  '@typescript-eslint/no-unnecessary-type-arguments': 'off',
  '@typescript-eslint/no-dynamic-delete': 'off',
  '@typescript-eslint/unified-signatures': 'off',
};

/** Tests may look into loosely typed answers (that is what they check) and group many cases in one describe. */
export const testRules = {
  'max-lines-per-function': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
};
