#!/usr/bin/env node
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inspect } from './inspect';
import { openCloud, type LocalCloud } from './index';
import { readConfig } from './readConfig';
import { findRunning, isAnswering, noteRunning } from './transfer/runningCloud';
import { backupCommand, exportCommand, importCommand } from './transfer/transferCommand';

/** Where data lives and where the cloud listens when nothing is said. */
const dataDirDefault = '.data/cloud';
const portDefault = 4100;

/** The configuration that is read when none is named and the folder has it. */
const configDefault = 'cloudbase-local.json';

const help = `Usage:
  cloudbase-local [--config FILE.json] [--port N] [--data DIR] [--mode eager|pessimistic] [--host NAME --expose] [--workers N] [--no-timers]
                  [--mongo URL | --mongo-port N] [--faults SPEC]
  cloudbase-local export FILE [--data DIR]
  cloudbase-local import FILE [--data DIR]
  cloudbase-local backup FOLDER [--data DIR]
  cloudbase-local inspect [COLLECTION] [QUERY] [--limit N] [--data DIR]`;

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      port: { type: 'string' },
      data: { type: 'string' },
      mode: { type: 'string' },
      host: { type: 'string' },
      expose: { type: 'boolean' },
      workers: { type: 'string' },
      transport: { type: 'string' },
      limit: { type: 'string' },
      'no-timers': { type: 'boolean' },
      mongo: { type: 'string' },
      'mongo-port': { type: 'string' },
      faults: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const dataDir = resolve(values.data ?? dataDirDefault);
  if (values.help === true) process.stdout.write(`${help}\n`);
  else if (positionals[0] === 'inspect') await runInspect(dataDir, positionals.slice(1), wholeOr(values.limit, 20, 'limit'));
  else if (positionals[0] === 'export') await say(exportCommand(dataDir, positionals[1]));
  else if (positionals[0] === 'backup') await say(backupCommand(dataDir, positionals[1]));
  else if (positionals[0] === 'import') await say(importCommand(dataDir, positionals[1]));
  else await serve({ ...values, mongoPort: values['mongo-port'], dataDir, automatic: values['no-timers'] !== true });
}

async function say(sentence: Promise<string>): Promise<void> {
  process.stdout.write(`${await sentence}\n`);
}

async function runInspect(dataDir: string, rest: readonly string[], limit: number): Promise<void> {
  const [collection, query] = rest;
  const lines = await inspect({
    dataDir,
    limit,
    ...(collection === undefined ? {} : { collection }),
    ...(query === undefined ? {} : { query }),
  });
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

interface Serving {
  readonly config?: string | undefined;
  readonly port?: string | undefined;
  readonly mode?: string | undefined;
  readonly host?: string | undefined;
  readonly expose?: boolean | undefined;
  readonly workers?: string | undefined;
  readonly transport?: string | undefined;
  readonly mongo?: string | undefined;
  readonly mongoPort?: string | undefined;
  readonly faults?: string | undefined;
  readonly dataDir: string;
  readonly automatic: boolean;
}

async function serve(asked: Serving): Promise<void> {
  const file = asked.config ?? (existsSync(configDefault) ? configDefault : undefined);
  const config = file === undefined ? { collections: [], functions: [] } : readConfig(file);
  const mode = oneOf(asked.mode ?? 'pessimistic', ['eager', 'pessimistic'] as const, 'mode');
  const transport = oneOf(asked.transport ?? 'port', ['port', 'http'] as const, 'transport');
  const port = wholeOr(asked.port, portDefault, 'port');
  const host = checkedHost(asked);
  checkFolder(asked.dataDir);
  await checkUnused(asked.dataDir);
  const cloud = await openCloud({
    ...config,
    dataDir: asked.dataDir,
    conflictMode: mode,
    transport,
    listen: { port, host },
    runTimers: asked.automatic,
    ...mongoOptions(asked),
    ...(asked.faults === undefined ? {} : { faults: asked.faults }),
    ...(asked.workers === undefined ? {} : { workersPerFunction: wholeOr(asked.workers, 2, 'workers') }),
    onLog: (line) => void process.stderr.write(`[${line.functionName}] ${line.text.trimEnd()}\n`),
  }).catch((thrown: unknown) => {
    throw new Error(explain(thrown, port));
  });
  const forget = noteRunning(asked.dataDir, { pid: process.pid, address: cloud.address ?? '', control: cloud.controlToken });
  const stop = (): void =>
    void cloud.close().then(() => {
      forget();
      process.exit(0);
    });
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(`${JSON.stringify(readyLine(cloud, asked.dataDir, mode))}\n`);
}

/** What the command says once, when the cloud is open. `inside` is the page for looking inside, with the control token. */
function readyLine({ address, controlToken, mongoUrl }: LocalCloud, data: string, mode: string): Record<string, string | null> {
  const inside = `${address ?? ''}/inside/#${controlToken}`;
  return { address, data, mode, control: controlToken, inside, ...(mongoUrl === null ? {} : { mongo: mongoUrl }) };
}

/** A MongoDB server is named by the option or by the environment. */
function mongoOptions({ mongo, mongoPort }: Serving): { mongoUrl?: string; mongoPort?: number } {
  const mongoUrl = mongo ?? process.env['LANTERN_MONGO_URL'];
  return {
    ...(mongoUrl === undefined || mongoUrl === '' ? {} : { mongoUrl }),
    ...(mongoPort === undefined ? {} : { mongoPort: wholeOr(mongoPort, 0, 'mongo-port') }),
  };
}

/** Two clouds writing one folder would not see each other's transactions. */
async function checkUnused(dataDir: string): Promise<void> {
  const other = findRunning(dataDir);
  if (other === undefined || !(await isAnswering(other))) return;
  throw new Error(`The data folder ${dataDir} is in use by the cloud at ${other.address}. Stop that one, or choose another with --data.`);
}

function checkedHost(asked: Serving): string {
  const host = asked.host ?? '127.0.0.1';
  if (['127.0.0.1', 'localhost', '::1'].includes(host)) return host;
  if (asked.expose !== true) {
    throw new Error(
      `The host ${host} would let other machines in, where anybody may sign in as any demo person: add --expose if that is what you want.`,
    );
  }
  process.stderr.write(
    `WARNING: listening on ${host}. Everybody who can reach this machine may sign in as any demo person and call every function. ` +
      'Nothing here is encrypted. Do not do this with real data.\n',
  );
  return host;
}

function checkFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch {
    throw new Error(`The data folder ${folder} cannot be read and written.`);
  }
}

function explain(thrown: unknown, port: number): string {
  if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE') {
    return `Port ${port} is in use: choose another with --port.`;
  }
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function wholeOr(text: string | undefined, absent: number, name: string): number {
  if (text === undefined) return absent;
  if (!/^\d+$/.test(text)) throw new Error(`--${name} must be a whole number, not "${text}".`);
  return Number(text);
}

function oneOf<T extends string>(text: string, allowed: readonly T[], name: string): T {
  const found = allowed.find((one) => one === text);
  if (found === undefined) throw new Error(`--${name} must be ${allowed.join(' or ')}, not "${text}".`);
  return found;
}

run().catch((thrown: unknown) => {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
});
