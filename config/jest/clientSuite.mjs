// Packages that reach the browser as ES modules, in places that only Taro's browser components lead to.
const untranspiled = [
  ...['mingo', 'bson', 'lodash-es', 'query-string', 'decode-uri-component', 'split-on-first', 'filter-obj', 'swiper', 'dom7', 'ssr-window'],
  ...['history', '@swc', 'nanoid', 'ics', 'yup', 'property-expr', 'tiny-case', 'toposort', 'type-fest'],
];

/** What Taro's bundler defines; here the browser half of Taro runs as it is. */
const taroFlags = {
  DEPRECATED_ADAPTER_COMPONENT: false,
  ENABLE_INNER_HTML: true,
  ENABLE_ADJACENT_HTML: true,
  ENABLE_TEMPLATE_CONTENT: true,
  ENABLE_CLONE_NODE: true,
  ENABLE_CONTAINS: true,
  ENABLE_SIZE_APIS: true,
  ENABLE_MUTATION_OBSERVER: false,
};

/** The client's suite: jsdom, the browser's files before the phone's, and Taro's real components; `names` are the aliases. */
export function clientSuite(names) {
  return {
    testEnvironment: 'jsdom',
    moduleFileExtensions: ['h5.ts', 'h5.tsx', 'ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
    globals: taroFlags,
    moduleNameMapper: {
      ...names,
      '^@tarojs/components$': '<rootDir>/node_modules/@tarojs/components/lib/react/index.js',
      '^@tarojs/taro$': '<rootDir>/node_modules/@tarojs/plugin-platform-h5/dist/runtime/apis/index.js',
      '^@nutui/nutui-react-taro$': '<rootDir>/config/jest/nutui.cjs',
      '\\.scss$': '<rootDir>/config/jest/noStyle.cjs',
    },
    transformIgnorePatterns: [
      `^(?!.*/node_modules/@(noble|tarojs|stencil)/).*/node_modules/(?!(${untranspiled.join('|')})/)`,
      '<rootDir>/dist/',
    ],
  };
}
