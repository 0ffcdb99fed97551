import { createRequire } from 'node:module';
import { answered, refused, type SdkPart } from './calledNames';

interface Part {
  readonly title: string;
  readonly part: SdkPart;
  readonly names: () => readonly string[];
  /** Names that are not tried, each with its reason. */
  readonly without: Readonly<Record<string, string>>;
  /** Names that are tried and refused, as the platform refuses them; each with its reason. */
  readonly refusedThere?: Readonly<Record<string, string>>;
}

// The SDK's own database package, as the functions load it.
const load = createRequire(createRequire(createRequire(__filename).resolve('wx-server-sdk')).resolve('@cloudbase/database'));
const source = (file: string): Record<string, unknown> => load(`./${file}`) as Record<string, unknown>;
const command = (): Record<string, unknown> & { aggregate: object; project: object } =>
  (source('command.js') as { Command: Record<string, unknown> & { aggregate: object; project: object } }).Command;

const methodsOf = (...classes: readonly unknown[]): readonly string[] =>
  [...new Set(classes.flatMap((each) => Object.getOwnPropertyNames((each as { prototype: object }).prototype)))].filter(
    (name) => name !== 'constructor' && !name.startsWith('_') && name !== 'name',
  );

const parts: readonly Part[] = [
  {
    title: 'query and update commands (command.js)',
    part: 'commands',
    names: () => Object.keys(command()).filter((name) => typeof command()[name] === 'function'),
    without: {},
    refusedThere: { text: 'no text index can be made on the platform' },
  },
  {
    title: 'expressions (command.js, aggregate)',
    part: 'expressions',
    names: () => Object.keys(command().aggregate),
    without: {},
    refusedThere: { meta: 'the score of a text search, see text' },
  },
  { title: 'projections (command.js, project)', part: 'projections', names: () => Object.keys(command().project), without: {} },
  {
    title: 'stages (aggregate.js)',
    part: 'stages',
    names: () => methodsOf(source('aggregate.js')['default']),
    without: { unwrap: 'gives back what was put in; nothing is sent' },
  },
  {
    title: 'collections, queries and documents (collection.js, query.js, document.js)',
    part: 'documents',
    names: () =>
      methodsOf(source('collection.js')['CollectionReference'], source('query.js')['Query'], source('document.js')['DocumentReference']),
    without: {
      create: 'no public way leads to it: add and set are what the SDK offers',
      delete: 'the same as remove, under its old name',
      options: 'wx-server-sdk calls it for `multi: false`, which is tried there',
      updateAndReturn: 'wx-server-sdk has it not; what @cloudbase/node-sdk sends for it is sent by hand (updates.test.ts)',
    },
  },
  {
    title: 'transactions (transaction/index.js)',
    part: 'transactions',
    names: () => methodsOf(source('transaction/index.js')['Transaction']),
    without: {
      init: 'called by startTransaction',
      getTransactionId: 'gives back what startTransaction got; nothing is sent',
      getRequestMethod: 'gives the requester; nothing is sent',
    },
  },
];

/**
 * Registers the count of what the SDK offers, by its own source, against the calls the tests before it have made with the real SDK and
 * got an answer to. Prints done / all.
 */
export function countCoverage(): void {
  describe('what the SDK offers, counted from its own source', () => {
    it.each(parts)('$title', ({ title, part, names, without, refusedThere = {} }) => {
      const all = names();
      const done = all.filter((name) => answered[part].has(name) && !(name in refusedThere));
      const listed = (some: object): string => Object.keys(some).join(', ') || 'none';
      const reasons = `refused as on the platform: ${listed(refusedThere)}; without: ${listed(without)}`;
      process.stdout.write(`${title}: ${done.length} of ${all.length} done; ${reasons}\n`);
      expect(all.filter((name) => !done.includes(name) && !(name in without) && !(name in refusedThere))).toEqual([]);
      expect(Object.keys(refusedThere).filter((name) => !refused[part].has(name) && !answered[part].has(name))).toEqual([]);
      // A reason for what is done, or for what the SDK no longer has, would be a lie.
      expect(Object.keys(without).filter((name) => !all.includes(name) || done.includes(name))).toEqual([]);
    });
  });
}
