/** What may be imported or reached from where, for the doors that a folder rule alone cannot express. */

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name; only files that a framework looks up by their default export may have one.',
};
const enumeration = { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' };
const classWithoutIdentity = {
  selector: 'ClassDeclaration',
  message: 'Use functions and values; a class is for something with an identity of its own (say which, when disabling this).',
};
const presentTime = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Pass the time in: only adapters read a clock.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass the time in: only adapters read a clock.' },
];
const drawnNumber = { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Pass the random source in.' };
const bigLiteral = { selector: 'Literal[bigint]', message: 'Phones of the supported age have no BigInt.' };

const notEverywhere = ['Intl', 'BigInt', 'crypto', 'TextEncoder', 'TextDecoder', 'process', 'Buffer', 'window', 'document', 'wx'];
const absentOnPhones = notEverywhere.map((name) => ({ name, message: 'shared/ runs on the phone, in the cloud and in tests alike.' }));

const taroDoor = { regex: '^@tarojs/(?!components)', message: 'client/platform is the only door to Taro.' };
const nutuiDoor = { regex: '^@nutui/', message: 'client/ui is the only door to NutUI.' };
const sdkDoor = { regex: '^wx-server-sdk', message: 'cloudfunctions/adapters is the only door to the SDK.' };
const nodeBuiltins = { regex: '^(node:|crypto$|fs$|path$)', message: 'Only adapters touch what the platform gives.' };

function only(...syntax) {
  return { 'no-restricted-syntax': ['error', ...syntax] };
}

function closed(...patterns) {
  return { 'no-restricted-imports': ['error', { patterns }] };
}

const frameworkFiles = [
  'client/app.tsx',
  'client/app.ts',
  'client/**/*.config.ts',
  'client/pages/**',
  'client/packages/**',
  'config/{index,dev,prod,ariaPlugin}.ts',
  '**/*.config.mjs',
  'config/jest/**',
];

/** Flat-config blocks; later ones replace a rule of earlier ones, so the special folders come last. */
export const directionRules = [
  { files: ['**/*.{ts,tsx,mjs}'], rules: only(defaultExport, enumeration) },
  { files: frameworkFiles, rules: only(enumeration) },
  {
    files: ['shared/**/*.ts'],
    rules: {
      ...only(defaultExport, enumeration, classWithoutIdentity, ...presentTime, drawnNumber, bigLiteral),
      'no-restricted-globals': ['error', ...absentOnPhones],
      ...closed(sdkDoor, taroDoor, nutuiDoor, nodeBuiltins),
    },
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    rules: {
      ...only(defaultExport, enumeration, classWithoutIdentity, ...presentTime, drawnNumber),
      ...closed(sdkDoor, nodeBuiltins),
    },
  },
  { files: ['cloudfunctions/adapters/**/*.ts'], rules: { ...only(defaultExport, enumeration), 'no-restricted-imports': 'off' } },
  { files: ['client/**/*.{ts,tsx}'], rules: closed(taroDoor, nutuiDoor, sdkDoor) },
  { files: ['client/platform/**/*.{ts,tsx}', 'client/app.config.ts', 'client/**/*.config.ts'], rules: closed(nutuiDoor, sdkDoor) },
  { files: ['client/ui/**/*.{ts,tsx}'], rules: closed(taroDoor, sdkDoor) },
];
