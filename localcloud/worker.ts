import { createRequire } from 'node:module';
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { numberedText, splitNumbered, type FromWorker, type FunctionContext, type ToWorker, type WorkerSetup } from './functions/messages';
import { patchSdk } from './functions/patchSdk';
import { preloadSdk } from './functions/preloadSdk';
import { replaceDate } from './functions/replaceDate';
import { restrictWrites } from './functions/restrictWrites';

/** The thread one function runs in, one call at a time. Loads the function as the platform does: `exports.main` of its `index.js`. */

type Main = (event: unknown, context: FunctionContext) => unknown;

const setup = workerData as WorkerSetup;
const waiting = new Map<number, (answer: unknown) => void>();
let requests = 0;
let contextKeys: readonly string[] = [];
/** What waits for this waits until its worker is ended. */
const neverAnswered = new Promise<never>(() => undefined);

const say = (message: FromWorker): void => parentPort?.postMessage(message);

/** Sends one request of the SDK to the gateway and gives its answer. */
function ask(request: unknown): Promise<unknown> {
  if (isOverMemory()) return neverAnswered;
  requests += 1;
  const id = requests;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    say(numberedText(id, JSON.stringify(request)));
  });
}

/**
 * Whether the function holds more than it may; the cloud is then told, and ends this worker. V8 watches its own heap only, a container
 * counts buffers too.
 */
function isOverMemory(): boolean {
  const { used_heap_size: heapBytes, external_memory: besideBytes } = getHeapStatistics();
  if (heapBytes + besideBytes <= setup.memoryMaxBytes) return false;
  say({ kind: 'overMemory' });
  return true;
}

function enter(env: Readonly<Record<string, string>>): void {
  for (const key of contextKeys) delete process.env[key];
  contextKeys = Object.keys(env);
  Object.assign(process.env, env);
}

function loadMain(): Main {
  const load = createRequire(join(setup.directory, 'index.js'));
  preloadSdk(load, join(__dirname, 'sdk'));
  if (setup.transport === 'port') patchSdk(load, ask);
  const loaded: unknown = load(join(setup.directory, 'index.js'));
  const main = typeof loaded === 'object' && loaded !== null && 'main' in loaded ? loaded.main : undefined;
  if (typeof main !== 'function') throw new Error(`index.js in ${setup.directory} exports no function named main`);
  return main as Main;
}

async function invoke(main: Main, message: Exclude<ToWorker, string>): Promise<void> {
  enter(message.env);
  try {
    const result = await main(JSON.parse(message.eventText), message.context);
    if (isOverMemory()) return;
    say({ kind: 'done', resultText: asJson(result) });
  } catch (thrown) {
    say({ kind: 'failed', ...describe(thrown) });
  }
}

/** JSON.stringify gives undefined for what JSON cannot say, whatever its type says. */
function asJson(value: unknown): string {
  const text: unknown = JSON.stringify(value);
  return typeof text === 'string' ? text : 'null';
}

function describe(thrown: unknown): { message: string; stack: string } {
  if (!(thrown instanceof Error)) {
    return { message: typeof thrown === 'string' ? thrown : JSON.stringify(thrown), stack: '' };
  }
  return { message: `${thrown.name}: ${thrown.message}`, stack: thrown.stack ?? '' };
}

function settle(message: string): void {
  const { id, json } = splitNumbered(message);
  const resolve = waiting.get(id);
  waiting.delete(id);
  resolve?.(JSON.parse(json));
}

if (new Date(0).getTimezoneOffset() !== 0) {
  throw new Error('Functions run in UTC: start this program with the environment variable TZ=UTC.');
}
replaceDate(setup.clockMemory);
restrictWrites();
const main = loadMain();
parentPort?.on('message', (message: ToWorker) => {
  if (typeof message === 'string') settle(message);
  else void invoke(main, message);
});
say({ kind: 'ready' });
