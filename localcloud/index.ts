import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createClock, type SharedClock } from './createClock';
import { adminRoute } from './door/adminRoute';
import { controlRoutes } from './door/controlRoutes';
import { createLogTail } from './door/createLogTail';
import { createSessions } from './door/createSessions';
import { doorRoutes } from './door/doorRoutes';
import { webRoute } from './door/webRoute';
import { insideRoutes } from './door/insideRoutes';
import { serveHttp, type HttpDoor } from './door/serveHttp';
import { staticRoute } from './door/staticRoute';
import type { Engine } from './engine/openEngine';
import { faultRoutes } from './faults/faultRoutes';
import { openFaults, type FaultsInPlace } from './faults/openFaults';
import { openFunctions, type Functions } from './functions/openFunctions';
import { workerEnv } from './functions/workerEnv';
import { createGateway, type Gateway } from './gateway/createGateway';
import { createQuota } from './gateway/createQuota';
import { openData } from './openData';
import { openDatabase, type Database } from './openDatabase';
import { formFault, formName } from './openapi/formAnswer';
import { openPlatform, type Platform } from './openapi/openPlatform';
import { openTimers, type Timers } from './timers/openTimers';
import { transferRoutes } from './transfer/transferRoute';
import type { CloudData, CloudOptions, LocalCloud } from './types';
import type { WireRequest } from './gateway/readRequest';

export type * from './types';
export type * from './openapi/wechatTypes';
export type { CollectionSpec, IndexSpec } from './engine/openCatalog';
export type { ConflictMode } from './engine/core';

/** Workers of one function when nothing is said. */
const workersDefault = 2;

/**
 * Opens a local cloud: a database over a folder, functions in worker threads with the real SDK, timers, and an HTTP door on loopback.
 * Functions run in UTC, so the whole process does from here on.
 */
export async function openCloud(asked: CloudOptions): Promise<LocalCloud> {
  process.env['TZ'] = 'UTC';
  const clock = createClock(asked.clockOffsetMs ?? 0);
  const log = createLogTail(clock.nowMs, asked.onLog);
  const options = { ...asked, onLog: log.hear };
  const faults = openFaults(options.faults ?? '', clock);
  const door = await serveHttp(options.listen ?? { port: 0 });
  const database = await openDatabase(options, clock, faults.wrapStore).catch((thrown: unknown) => failing(() => door.close(), thrown));
  const { engine } = database;
  const platform = await openBeside(options, database, clock, door, () => functions);
  const controlToken = randomBytes(18).toString('base64url');
  const functions = connect(options, { engine, clock, door, platform, controlToken, faults });
  const close = (): Promise<void> => closeInTurn([functions, door, platform, database]);
  const timers = await startTimers(options, clock, functions).catch((thrown: unknown) => failing(close, thrown));
  const { lastInvocations } = functions;
  door.add(controlRoutes({ token: controlToken, clock, runTimer: timers.run, lastInvocations }));
  door.add(insideRoutes({ token: controlToken, engine, clock, timers, log, lastInvocations, messages: () => platform.side.messages() }));
  const data = withPlatform(openData(engine, clock), platform);
  door.add([...faultRoutes(controlToken, faults), ...transferRoutes(controlToken, data)]);
  if (options.staticDir !== undefined) door.add([staticRoute(options.staticDir)]);
  return {
    address: door.address,
    mongoUrl: database.mongoUrl,
    controlToken,
    clock: { nowMs: clock.nowMs, setMs: clock.setMs, advanceMs: clock.advanceMs },
    data,
    faults: { spec: faults.spec, order: faults.order, happened: faults.happened },
    wechat: platform.side,
    call: async (name, event, caller) => JSON.parse(await functions.call(name, event, caller)) as unknown,
    runTimer: timers.run,
    lastInvocations,
    async close() {
      timers.close();
      await close();
    },
  };
}

async function startTimers(options: CloudOptions, clock: SharedClock, functions: Functions): Promise<Timers> {
  return openTimers({
    functions: options.functions,
    clock,
    automatic: options.runTimers ?? false,
    call: async (name, event) => JSON.parse(await functions.call(name, event, { trigger: 'timer' })) as unknown,
    onError: (functionName, text) => options.onLog?.({ functionName, requestId: undefined, text }),
  });
}

async function closeInTurn(parts: readonly { close(): Promise<void> }[]): Promise<void> {
  for (const part of parts) await part.close();
}

/** What is open is closed before a cloud that cannot open says why: a caller has nothing to close it with. */
async function failing(close: () => Promise<void>, cause: unknown): Promise<never> {
  await close();
  throw cause;
}

/** A backup holds the files and messages too. */
function withPlatform(data: CloudData, platform: Platform): CloudData {
  return {
    ...data,
    async backup(folder) {
      await mkdir(folder, { recursive: true });
      await data.backup(folder);
      await platform.backup(folder);
    },
  };
}

/** Opens what stands beside the database; when that fails, closes what is open. */
async function openBeside(
  options: CloudOptions,
  database: Database,
  clock: SharedClock,
  door: HttpDoor,
  functions: () => Functions,
): Promise<Platform> {
  try {
    return await openPlatform({ cloud: options, origin: door.address, nowMs: clock.nowMs, functions });
  } catch (thrown) {
    await door.close();
    await database.close();
    throw thrown;
  }
}

interface Parts {
  readonly engine: Engine;
  readonly clock: SharedClock;
  readonly door: HttpDoor;
  readonly platform: Platform;
  readonly controlToken: string;
  readonly faults: FaultsInPlace;
}

/** Ties gateway, functions and door together: a request may call a function, a function makes requests, the door does both. */
function connect(options: CloudOptions, { engine, clock, door, platform, controlToken, faults }: Parts): Functions {
  const quota = options.requestsPerSecond === undefined ? undefined : createQuota(options.requestsPerSecond);
  const plain: Gateway = createGateway(
    {
      engine,
      nowMs: clock.nowMs,
      ...(options.whereInTransactions === undefined ? {} : { whereInTransactions: options.whereInTransactions }),
      invoke: (name, eventText, source) => functions.callFrom(source.worker, name, eventText),
      onRequest(_action, source) {
        quota?.();
        if (source.worker !== undefined) functions.count(source.worker);
      },
    },
    platform.actions,
  );
  const killWorker = (worker: string): void => functions.kill(worker);
  const gateway = faults.wrapGateway(plain, { endTransaction: (id) => engine.transactions.abort(id), killWorker });
  const form = faults.wrapForms({ answer: platform.answerForm, nameOf: formName, faultReply: formFault }, { killWorker });
  const bare = openFunctions({
    specs: options.functions,
    workersPerFunction: options.workersPerFunction ?? workersDefault,
    workerFile: join(__dirname, 'worker.cjs'),
    setup: { transport: options.transport ?? 'port', clockMemory: clock.memory },
    envOf: (worker, spec) => workerEnv(`${door.address}/admin`, worker, options.env ?? {}, spec.env ?? {}),
    onCaller: platform.sawPerson,
    answer: async (requestText, worker) => JSON.stringify(await gateway(JSON.parse(requestText) as WireRequest, { worker })),
    onGone: engine.transactions.abortOwned,
    onLog: options.onLog,
    nowMs: clock.nowMs,
  });
  const functions: Functions = { ...bare, call: faults.wrapCall(bare.call) };
  const people = options.people ?? [];
  const sessions = createSessions(people);
  door.add([adminRoute({ json: gateway, form }), ...doorRoutes({ people, sessions, call: functions.call })]);
  const openToWeb = (name: string): boolean => options.functions.some((spec) => spec.name === name && spec.web === true);
  door.add([webRoute({ open: openToWeb, call: functions.call }), ...platform.routes(sessions, controlToken)]);
  return functions;
}
