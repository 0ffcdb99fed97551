import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientSuite } from './config/jest/clientSuite.mjs';

// Functions live in UTC, and so do their tests; the workers of the local cloud insist on it.
process.env.TZ = 'UTC';

const shared = {
  rootDir: dirname(fileURLToPath(import.meta.url)),
  transform: { '\\.[cm]?[jt]sx?$': '<rootDir>/config/jest/transform.cjs' },
  // These packages are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(@noble|mingo|bson|opencc-js)/)', '<rootDir>/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/out/', '<rootDir>/.data/'],
  moduleNameMapper: {
    '^@shared/(.*)$': '<rootDir>/shared/$1',
    '^@localcloud/index$': '<rootDir>/dist/localcloud/index.cjs',
    '^@localcloud/(.*)$': '<rootDir>/localcloud/$1',
    '^@/(.*)$': '<rootDir>/client/$1',
  },
};

/** One suite = one folder of test/; `npx jest --selectProjects rules` runs one, a path runs one file. */
function suite(name, settings) {
  return { ...shared, displayName: name, testMatch: [`<rootDir>/test/${name}/**/*.test.{ts,tsx}`], ...settings };
}

const backend = { globalSetup: '<rootDir>/config/jest/buildBackend.mjs', testEnvironment: 'node' };

export default {
  projects: [
    suite('rules', { testEnvironment: 'node', setupFiles: ['<rootDir>/config/jest/pureRules.cjs'] }),
    suite('usecases', backend),
    suite('cloud', backend),
    suite('flows', backend),
    suite('client', clientSuite(shared.moduleNameMapper)),
    suite('weapp', { testEnvironment: '<rootDir>/config/jest/phoneEnvironment.cjs', globalSetup: '<rootDir>/config/jest/buildWeapp.mjs' }),
    suite('browser', { testEnvironment: 'node', globalSetup: '<rootDir>/config/jest/buildH5.mjs' }),
    suite('architecture', { testEnvironment: 'node', testMatch: ['<rootDir>/test/architecture.test.ts'] }),
  ],
  // Full counts take longer than everyday ones, beside three other suites above all.
  testTimeout: process.env.LANTERN_PROVE === '1' ? 600_000 : 60_000,
};
