import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// The SDK's own database package, as the functions load it.
const load = createRequire(createRequire(createRequire(__filename).resolve('wx-server-sdk')).resolve('@cloudbase/database'));
const source = (file: string): Record<string, unknown> => load(`./${file}`) as Record<string, unknown>;
const { Command } = source('command.js') as { Command: Record<string, unknown> & { aggregate: object; project: object } };

const written = readdirSync(__dirname)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(__dirname, file), 'utf8'))
  .join('\n')
  // A chain over several lines reads like one.
  .replace(/\s*\n\s*\./g, '.');

const methodsOf = (...classes: readonly unknown[]): readonly string[] =>
  [...new Set(classes.flatMap((each) => Object.getOwnPropertyNames((each as { prototype: object }).prototype)))].filter(
    (name) => name !== 'constructor' && !name.startsWith('_') && name !== 'name',
  );

interface Part {
  readonly part: string;
  readonly names: readonly string[];
  /** How a test writes a use of a name down. */
  readonly use: (name: string) => RegExp;
  /** Names that are not tried, each with its reason. */
  readonly without: Readonly<Record<string, string>>;
  /** Names that are tried and refused, as the platform refuses them; each with its reason. */
  readonly refused?: Readonly<Record<string, string>>;
}

const parts: readonly Part[] = [
  {
    part: 'query and update commands (command.js)',
    names: Object.keys(Command).filter((name) => typeof Command[name] === 'function'),
    use: (name) => new RegExp(`(?:\\b_|\\bcommand)\\.${name}\\(`),
    without: {},
    refused: { text: 'no text index can be made on the platform' },
  },
  {
    part: 'expressions (command.js, aggregate)',
    names: Object.keys(Command.aggregate),
    use: (name) => new RegExp(`\\$\\.${name}\\(`),
    without: {},
    refused: { meta: 'the score of a text search, see text' },
  },
  {
    part: 'projections (command.js, project)',
    names: Object.keys(Command.project),
    use: (name) => new RegExp(`\\.project\\.${name}\\(`),
    without: {},
  },
  {
    part: 'stages (aggregate.js)',
    names: methodsOf(source('aggregate.js')['default']),
    use: (name) => new RegExp(`\\.${name}\\(`),
    without: { unwrap: 'gives back what was put in; nothing is sent' },
  },
  {
    part: 'collections, queries and documents (collection.js, query.js, document.js)',
    names: methodsOf(
      source('collection.js')['CollectionReference'],
      source('query.js')['Query'],
      source('document.js')['DocumentReference'],
    ),
    use: (name) =>
      new RegExp(
        `\\.${name}\\(|'database\\.modifyAndReturnDoc'`.replace("|'database", name === 'updateAndReturn' ? "|'database" : "|'never"),
      ),
    without: {
      create: 'no public way leads to it: add and set are what the SDK offers',
      delete: 'the same as remove, under its old name',
      options: 'wx-server-sdk calls it for `multi: false`, which is tried there',
    },
  },
  {
    part: 'transactions (transaction/index.js)',
    names: methodsOf(source('transaction/index.js')['Transaction']),
    use: (name) => new RegExp(`\\.${name}\\(`),
    without: {
      init: 'called by startTransaction',
      getTransactionId: 'gives back what startTransaction got; nothing is sent',
      getRequestMethod: 'gives the requester; nothing is sent',
    },
  },
];

describe('what the SDK offers, counted from its own source', () => {
  it.each(parts)('$part', ({ part, names, use, without, refused = {} }) => {
    const tried = names.filter((name) => use(name).test(written));
    const done = tried.filter((name) => !(name in refused));
    const listed = (some: object): string => Object.keys(some).join(', ') || 'none';
    process.stdout.write(
      `${part}: ${done.length} of ${names.length} done; refused as on the platform: ${listed(refused)}; without: ${listed(without)}\n`,
    );
    expect(names.filter((name) => !tried.includes(name) && !(name in without))).toEqual([]);
    // A reason for what is tried, or for what the SDK no longer has, would be a lie.
    expect(Object.keys({ ...without, ...refused }).filter((name) => !names.includes(name))).toEqual([]);
  });
});
