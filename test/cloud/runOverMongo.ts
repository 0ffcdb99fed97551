import type { CloudOptions } from '@localcloud/index';
import type { MongoServer } from './openMongoServer';
import type * as Coverage from './countCoverage';
import type * as Script from './openScriptCloud';

/** The files of the conformance suite, as every other way to the database runs them. */
const suite = [
  'documents',
  'reading',
  'queries',
  'numbers',
  'schemas',
  'updates',
  'transactions',
  'pessimistic',
  'aggregate',
  'joins',
  'expressions',
  'geo',
  'textSearch',
  'objectIds',
] as const;

/** Tests whose outcome is another on the way through a MongoDB driver, by name, each with its reason. */
export type Differences = Readonly<Record<string, string>>;

/**
 * Registers the conformance suite once more, with every cloud in it keeping its documents on a MongoDB server. A listed difference must
 * fail as it stands (and so the list cannot outlive its reasons); everything else must pass.
 */
export function runOverMongo(openServer: () => Promise<MongoServer>, differences: Differences): void {
  const actual = jest.requireActual<typeof Script>('./openScriptCloud');
  const openScriptCloud = async (options: Partial<CloudOptions>): Promise<Script.ScriptCloud> => {
    const server = await openServer();
    const script = await actual.openScriptCloud({ ...options, transport: 'port', mongoUrl: server.url });
    const close = async (): Promise<void> => {
      await script.close();
      await server.close();
    };
    return { ...script, close };
  };
  jest.doMock('./transports', () => ({ transports: ["MongoDB's driver"] }));
  jest.doMock('./openScriptCloud', () => ({ ...actual, openScriptCloud }));
  const ordinary = globalThis.it;
  const judged = (name: string, test: jest.ProvidesCallback, timeoutMs?: number): void =>
    (Object.hasOwn(differences, name) ? ordinary.failing : ordinary)(name, test, timeoutMs);
  globalThis.it = Object.assign(judged, ordinary);
  for (const file of suite) jest.requireActual(`./${file}.test`);
  globalThis.it = ordinary;
  // The whole suite has run in this process, so what it called is all known here.
  jest.requireActual<typeof Coverage>('./countCoverage').countCoverage();
}
