import { isKeyed, type CallReply, type Command, type Contract, type InputOf, type OutputOf, type RefusalOf } from '@shared/kernel/contract';
import type { RandomBytes } from '@shared/kernel/id';
import { refuse, type Outcome } from '@shared/kernel/refusal';
import { limitCalls } from './limitCalls';
import { answerCall } from './onlyRepeats';
import { systemRandom } from './random';
import { callerOpenid } from './sdk';

/** What every handler is given: who (from the platform), when, on what device, and the random source. */
export interface Caller {
  readonly openid: string;
  /** Epoch ms, taken once when the call arrived. */
  readonly now: number;
  /** The phone's own random name; a claim, kept for the record. */
  readonly device: string;
  readonly random: RandomBytes;
}

/** One handler per method; a missing one, a wrong answer or an undeclared refusal does not compile. */
export type Handlers<C extends Contract, Who> = {
  readonly [M in keyof C]: (who: Who, input: InputOf<C[M]>) => Promise<Outcome<OutputOf<C[M]>, RefusalOf<C[M]> | 'busy.tryAgain'>>;
};

interface Service<C extends Contract, Who> {
  readonly contract: C;
  readonly handlers: Handlers<C, Who>;
  /** Turns a caller into what this function's handlers need, or refuses: roles are checked here. */
  readonly admit: (caller: Caller, method: string) => Promise<Outcome<Who, 'call.notAllowed'>>;
  readonly eventMaxBytes: number;
}

type AnyHandler<Who> = (who: Who, input: unknown) => Promise<Outcome<unknown, string>>;

const devicePattern = /^[0-9A-Za-z_-]{1,64}$/;

/** Makes a function's entry point: the one edge, where identity, role and input are checked and faults are logged. */
export function serve<C extends Contract, Who>(service: Service<C, Who>): (event: unknown) => Promise<CallReply> {
  return async (event) => {
    const now = Date.now();
    const outcome = await answer(service, event, now).catch((fault: unknown) => {
      logFault(event, now, fault);
      return refuse('call.fault');
    });
    return outcome.ok ? { ok: true, value: outcome.value, now } : { ok: false, refusal: outcome.refusal, now };
  };
}

async function answer<C extends Contract, Who>(service: Service<C, Who>, event: unknown, now: number): Promise<Outcome<unknown, string>> {
  if (!isRecord(event) || typeof event['method'] !== 'string') return refuse('call.malformed');
  if (Buffer.byteLength(JSON.stringify(event)) > service.eventMaxBytes) return refuse('call.tooLarge');
  const method = event['method'];
  if (!Object.hasOwn(service.contract, method)) return refuse('call.unknownMethod');
  const openid = callerOpenid();
  if (openid === '') return refuse('call.noIdentity');
  const waitSeconds = limitCalls(openid, now);
  if (waitSeconds > 0) return refuse('call.tooMany', { seconds: waitSeconds });
  const device = event['device'] ?? 'unnamed';
  if (typeof device !== 'string' || !devicePattern.test(device)) return refuse('call.malformed');
  const caller: Caller = { openid, now, device, random: systemRandom };
  const command: Command | undefined = service.contract[method];
  if (command === undefined) return refuse('call.unknownMethod');
  return answerCall(isKeyed(command), () => handle(service, caller, method, command, event['input'] ?? {}));
}

async function handle<C extends Contract, Who>(
  { admit, handlers }: Service<C, Who>,
  caller: Caller,
  method: string,
  command: Command,
  input: unknown,
): Promise<Outcome<unknown, string>> {
  const admitted = await admit(caller, method);
  if (!admitted.ok) return admitted;
  const parsed = command.input.safeParse(input);
  if (!parsed.success) return refuse('call.badInput', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  return (handlers[method] as AnyHandler<Who>)(admitted.value, parsed.data);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function logFault(event: unknown, now: number, fault: unknown): void {
  const method = isRecord(event) ? event['method'] : undefined;
  const what = fault instanceof Error ? { message: fault.message, stack: fault.stack } : { message: JSON.stringify(fault) };
  console.error(JSON.stringify({ level: 'fault', at: now, method, ...what }));
}
