import { cloudFault, isCloudFault } from '../cloudFault';
import type { Store } from '../engine/openStore';
import type { RequestSource } from '../gateway/action';
import type { Gateway } from '../gateway/createGateway';
import { transactionField } from '../gateway/readRequest';
import type { CloudClock, FaultRecord, Faults } from '../types';
import { drawChance } from './drawChance';
import { faultBlocks, type FaultMoment, type FaultPlace } from './faultBlocks';
import { readFaultSpec, type FaultRule, type FaultSpec } from './readFaultSpec';

/** What faults on requests may lay hands on. */
export interface RequestHands {
  readonly endTransaction: (id: string) => Promise<void>;
  readonly killWorker: (worker: string) => void;
}

/** Faults on command, and the places they are built into. With nothing ordered, everything goes its way untouched. */
export interface FaultsInPlace extends Faults {
  wrapGateway(gateway: Gateway, hands: RequestHands): Gateway;
  /** The same for requests that come as a form: the open API and pay. `name` says which of them a form asks for. */
  wrapForms<Form, FormReply>(forms: Forms<Form, FormReply>, hands: Pick<RequestHands, 'killWorker'>): Forms<Form, FormReply>['answer'];
  wrapCall<Rest extends readonly unknown[]>(
    call: (name: string, ...rest: Rest) => Promise<string>,
  ): (name: string, ...rest: Rest) => Promise<string>;
  readonly wrapStore: (store: Store) => Store;
}

/** What answers requests that come as a form. */
interface Forms<Form, FormReply> {
  readonly answer: (form: Form, worker: string | undefined) => Promise<FormReply>;
  readonly nameOf: (form: Form) => string;
  readonly faultReply: (code: string, message: string) => FormReply;
}

type Hands = Omit<FaultMoment, 'amountMs'>;

interface State {
  spec: FaultSpec;
  text: string;
  /** Occasions so far, by place: what the chances are drawn for. */
  readonly occasions: Record<FaultPlace, number>;
  happened: FaultRecord[];
}

/** How many faults are remembered. */
const recordsKept = 10_000;

/** Makes the faults of a cloud. Refuses an order that cannot be read. */
export function openFaults(text: string, clock: Pick<CloudClock, 'advanceMs'>): FaultsInPlace {
  const state: State = { spec: readFaultSpec(text), text, occasions: { request: 0, call: 0, write: 0 }, happened: [] };
  const bare: Hands = {
    killWorker: () => undefined,
    killProcess: () => process.kill(process.pid, 'SIGKILL'),
    advanceClock: clock.advanceMs,
    endTransaction: async () => false,
  };
  return {
    spec: () => state.text,
    happened: () => [...state.happened],
    order: (next) => order(state, next),
    wrapGateway: (gateway, hands) => wrapGateway(state, bare, gateway, hands),
    wrapForms: (forms, hands) => wrapForms(state, bare, forms, hands),
    wrapCall:
      (call) =>
      (name, ...rest) =>
        run(state, 'call', name, bare, () => call(name, ...rest)),
    wrapStore: (store) => ({ ...store, write: (rows) => run(state, 'write', 'store', bare, () => store.write(rows)) }),
  };
}

/** A new order begins anew: its occasions are counted from the first. */
function order(state: State, text: string): void {
  state.spec = readFaultSpec(text);
  state.text = text;
  state.happened = [];
  Object.assign(state.occasions, { request: 0, call: 0, write: 0 });
}

function wrapGateway(state: State, bare: Hands, gateway: Gateway, hands: RequestHands): Gateway {
  return async (request, source) => {
    const own: Hands = { ...bare, killWorker: () => killWorker(hands, source), endTransaction: () => endTransaction(hands, request) };
    try {
      return await run(state, 'request', request.action, own, () => gateway(request, source));
    } catch (thrown) {
      const fault = isCloudFault(thrown) ? thrown : cloudFault('SYS_ERR', String(thrown));
      return { code: fault.code, message: fault.message, requestId: `fault-${state.occasions.request}` };
    }
  };
}

function wrapForms<Form, FormReply>(
  state: State,
  bare: Hands,
  { answer, nameOf, faultReply }: Forms<Form, FormReply>,
  hands: Pick<RequestHands, 'killWorker'>,
): Forms<Form, FormReply>['answer'] {
  return async (form, worker) => {
    const own: Hands = { ...bare, killWorker: () => killWorker(hands, worker === undefined ? {} : { worker }) };
    try {
      return await run(state, 'request', nameOf(form), own, () => answer(form, worker));
    } catch (thrown) {
      const fault = isCloudFault(thrown) ? thrown : cloudFault('SYS_ERR', String(thrown));
      return faultReply(fault.code, fault.message);
    }
  };
}

function killWorker(hands: Pick<RequestHands, 'killWorker'>, { worker }: RequestSource): void {
  if (worker !== undefined) hands.killWorker(worker);
}

/** Giving a transaction up is never refused: there is nothing left to conflict about. */
async function endTransaction(hands: RequestHands, request: Parameters<Gateway>[0]): Promise<boolean> {
  const id = transactionField(request);
  if (id === undefined || request.action === 'database.abortTransaction') return false;
  await hands.endTransaction(id);
  return true;
}

/** Draws a chance for every fault ordered at a place and lays those that strike around what was to be done. */
function run<T>(state: State, place: FaultPlace, label: string, hands: Hands, next: () => Promise<T>): Promise<T> {
  const { spec } = state;
  if (spec.rules.length === 0) return next();
  state.occasions[place] += 1;
  const occasion = state.occasions[place];
  let work = next;
  for (const rule of spec.rules) {
    if (faultBlocks[rule.name].place !== place || !fits(rule, label)) continue;
    if (drawChance(spec.seed, rule.name, occasion) >= rule.rate) continue;
    note(state, { name: rule.name, at: label, occasion });
    const inner = work;
    work = () => faultBlocks[rule.name].around(inner, { ...hands, amountMs: rule.amountMs });
  }
  return work();
}

function fits({ at }: FaultRule, label: string): boolean {
  return at === undefined || label === at || label.endsWith(`.${at}`);
}

function note(state: State, record: FaultRecord): void {
  state.happened.push(record);
  if (state.happened.length > recordsKept) state.happened.splice(0, state.happened.length - recordsKept);
}
