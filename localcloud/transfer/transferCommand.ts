import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openEngine } from '../engine/openEngine';
import { readCollections } from '../engine/openCatalog';
import { openStore } from '../engine/openStore';
import { readAll } from '../engine/readAll';
import { environmentId } from '../functions/workerEnv';
import type { TransferCount } from '../types';
import { exportLines } from './exportLines';
import { importLines } from './importLines';
import { findRunning, type RunningCloud } from './runningCloud';

/** `export FILE`: writes all documents of a data folder, also while a cloud uses it. Gives a sentence to print. */
export async function exportCommand(dataDir: string, file: string | undefined): Promise<string> {
  const target = named(file, 'export');
  if (!existsSync(join(dataDir, 'data.mdb'))) throw new Error(`There is no data in ${dataDir}.`);
  const store = openStore(dataDir, { readOnly: true });
  try {
    const collections = [...readCollections(store).values()];
    return told(await exportLines({ collections, documents: readAll(store, collections) }, target), 'exported to', target);
  } finally {
    await store.close();
  }
}

/** `import FILE`: reads an export into a data folder, by the cloud that uses it where one does. Gives a sentence to print. */
export async function importCommand(dataDir: string, file: string | undefined): Promise<string> {
  const source = named(file, 'import');
  if (!existsSync(source)) throw new Error(`There is no file ${source}.`);
  const running = findRunning(dataDir);
  const count = running === undefined ? await importHere(dataDir, source) : await importThere(running, source);
  return told(count, 'imported from', source);
}

function named(file: string | undefined, command: string): string {
  if (file === undefined) throw new Error(`Name the file: cloudbase-local ${command} FILE.`);
  return resolve(file);
}

function told({ collections, documents }: TransferCount, did: string, file: string): string {
  return `${documents} documents of ${collections} collections ${did} ${file}`;
}

async function importHere(dataDir: string, file: string): Promise<TransferCount> {
  // Nobody declares anything here, so what the folder knows already is opened as it is.
  const known = existsSync(join(dataDir, 'data.mdb')) ? await knownCollections(dataDir) : [];
  const engine = await openEngine({ folder: dataDir, collections: known, mode: 'eager', databaseName: environmentId });
  try {
    return await importLines(engine, file);
  } finally {
    await engine.close();
  }
}

async function knownCollections(dataDir: string): Promise<Parameters<typeof openEngine>[0]['collections']> {
  const store = openStore(dataDir, { readOnly: true });
  const known = [...readCollections(store).values()].map(({ name, indexes }) => ({
    name,
    indexes: indexes.map((index) => ({
      name: index.name,
      keys: Object.fromEntries(index.fields.map((field) => [field.path, field.direction])),
      unique: index.unique,
    })),
  }));
  await store.close();
  return known;
}

async function importThere({ address, control }: RunningCloud, file: string): Promise<TransferCount> {
  const init = { method: 'POST', body: JSON.stringify({ file }), headers: { 'x-cloud-control': control } };
  const answer = await fetch(`${address}/control/import`, init);
  const said = (await answer.json()) as TransferCount & { readonly message?: string };
  if (!answer.ok) throw new Error(said.message ?? `the running cloud answered ${answer.status}`);
  return said;
}
