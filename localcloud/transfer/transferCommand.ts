import { cpSync, existsSync, readdirSync } from 'node:fs';
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
  if (file === undefined) throw new Error(`Name the place: cloudbase-local ${command} ${command === 'backup' ? 'FOLDER' : 'FILE'}.`);
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

async function importThere(running: RunningCloud, file: string): Promise<TransferCount> {
  return (await order(running, 'import', { file })) as TransferCount;
}

async function order({ address, control }: RunningCloud, what: 'import' | 'backup', said: object): Promise<unknown> {
  const init = { method: 'POST', body: JSON.stringify(said), headers: { 'x-cloud-control': control } };
  const answer = await fetch(`${address}/control/${what}`, init);
  const told = (await answer.json()) as { readonly message?: string };
  if (!answer.ok) throw new Error(told.message ?? `the running cloud answered ${answer.status}`);
  return told;
}

/**
 * `backup FOLDER`: copies a data folder with its files and messages, by the cloud that uses it where one does: then it is of one
 * moment. The copy is a data folder itself. Gives a sentence to print.
 */
export async function backupCommand(dataDir: string, folder: string | undefined): Promise<string> {
  const target = named(folder, 'backup');
  if (existsSync(target) && readdirSync(target).length > 0) throw new Error(`The folder ${target} is not empty.`);
  const running = findRunning(dataDir);
  if (running !== undefined) await order(running, 'backup', { folder: target });
  else if (existsSync(join(dataDir, 'data.mdb')))
    cpSync(dataDir, target, { recursive: true, filter: (place) => !/running\.json$/.test(place) });
  else throw new Error(`There is no data in ${dataDir}.`);
  return `${dataDir} backed up to ${target}`;
}
