// Who may import whom (the README's map says it in words). One rule a promise, each with the reason it is there.

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Two files that need each other are one file, or lack a third.', {}, { circular: true }),
    forbid('nothing-unresolved', 'An import that leads nowhere fails at run time.', {}, { couldNotResolve: true }),
    forbid(
      'no-undeclared-package',
      'A package that package.json does not name may vanish any day.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'no-tools-in-the-product',
      'What is only installed for development is absent where the product runs.',
      { path: '^(shared|cloudfunctions|client|localcloud/(?!build(Package|Sdk)?\\.mjs))' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),

    forbid(
      'shared-stands-alone',
      'Rules and contracts run on the phone, in the cloud and in tests alike.',
      { path: '^shared/' },
      { pathNot: '^(shared/|node_modules/(zod|@noble/hashes)/)' },
    ),
    forbid(
      'usecases-know-adapters-and-shared',
      'A use case is called by an entry; it does not know who calls it.',
      { path: '^cloudfunctions/usecases/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/(usecases|adapters)/' },
    ),
    forbid(
      'adapters-point-at-nothing-of-ours',
      'An adapter hides the platform; it knows no business.',
      { path: '^cloudfunctions/adapters/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/adapters/' },
    ),
    forbid(
      'functions-stay-apart',
      'Each deployed function is a boundary of trust; what two share is a use case.',
      { path: '^cloudfunctions/(?!usecases/|adapters/)([^/]+)/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/(usecases|adapters|$1)/' },
    ),
    forbid(
      'functions-stand-on-shared-only',
      'A deployed bundle holds no page, no test and no local cloud.',
      { path: '^cloudfunctions/' },
      { path: '^(client|localcloud|config|test)/' },
    ),

    forbid(
      'client-stands-on-shared-only',
      "The phone sees contracts and pure rules, never the cloud's inside.",
      { path: '^client/' },
      { path: '^(cloudfunctions|localcloud|config|test)/' },
    ),
    forbid(
      'contracts-are-types-on-the-phone',
      'A schema costs every phone its bytes; the phone needs only the types.',
      { path: '^client/' },
      { path: '^shared/(functions|.*/(contract|fields))\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'features-are-islands',
      'Features do not import each other; pages compose them.',
      { path: '^client/features/([^/]+)/' },
      { path: '^client/(features/(?!$1/)|pages/|packages/)' },
    ),
    forbid(
      'the-floor-knows-no-feature',
      'ui, platform and copy are what features stand on.',
      { path: '^client/(ui|platform|copy)/' },
      { path: '^client/(features|pages|packages)/' },
    ),
    forbid(
      'packages-stay-apart',
      'A subpackage is downloaded alone.',
      { path: '^client/packages/([^/]+)/' },
      { path: '^client/packages/(?!$1/)' },
    ),

    forbid(
      'local-cloud-knows-no-lantern',
      'The local cloud is useful to any mini-program.',
      { path: '^localcloud/' },
      { path: '^(shared|cloudfunctions|client|config|test)/' },
    ),
    forbid(
      'local-cloud-for-tests-and-tools-only',
      'The product runs on the platform and must not lean on its stand-in.',
      { pathNot: '^(localcloud|test|config/(scripts|demo|admin))/' },
      { path: '^localcloud/' },
    ),
    forbid('tests-are-leaves', 'Nothing stands on a test.', { pathNot: '^test/' }, { path: '^test/' }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: '^(node_modules|dist)/' },
    exclude: { path: '^(dist|out)/' },
    enhancedResolveOptions: {
      extensions: ['.weapp.ts', '.weapp.tsx', '.h5.ts', '.h5.tsx', '.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
