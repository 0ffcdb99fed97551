import type { CallReply, EdgeRefusal, RefusalOf } from '@shared/kernel/contract';
import type { Outcome } from '@shared/kernel/refusal';
import type { FunctionName, Functions, Input, MethodOf, Output } from '@shared/functions';
import { send } from './cloud';
import { deviceName } from './deviceName';
import { network } from './network';
import { SendError } from './SendError';
import { learnServerTime } from './serverClock';

/** Said by the phone itself when no answer could be had. */
export type PhoneRefusal = 'net.offline';

/** Every code that a call of this method can come back with. */
export type CodeOf<F extends FunctionName, M extends MethodOf<F>> = RefusalOf<Functions[F][M]> | EdgeRefusal | PhoneRefusal;

/** What a call gives: the value, or a refusal that the screen turns into its sentence. */
export type Answer<F extends FunctionName, M extends MethodOf<F>> = Outcome<Output<F, M>, CodeOf<F, M>>;

/** Waits before the second, third … try. The same input goes again, and its key makes that safe. */
const retryWaitsMs = [250, 800, 2_000] as const;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Try = { readonly reply: CallReply } | { readonly failure: 'lost' | 'fault' };

async function tryOnce(name: string, method: string, input: unknown): Promise<Try> {
  const device = await deviceName();
  const sentAt = Date.now();
  try {
    const reply = await send(name, { method, input, device });
    learnServerTime(reply.now, sentAt, Date.now());
    return { reply };
  } catch (error) {
    if (error instanceof SendError) return { failure: error.failure };
    throw error;
  }
}

const worthAnotherTry = (tried: Try): boolean =>
  'reply' in tried ? !tried.reply.ok && tried.reply.refusal.code === 'busy.tryAgain' : tried.failure === 'lost' && network.get();

async function settle(name: string, method: string, input: unknown): Promise<Try> {
  let tried = await tryOnce(name, method, input);
  for (const ms of retryWaitsMs) {
    if (!worthAnotherTry(tried)) break;
    await wait(ms);
    tried = await tryOnce(name, method, input);
  }
  return tried;
}

/**
 * Calls one method of a deployed function and gives its answer; never throws for an outage. A lost answer and `busy.tryAgain` are
 * tried again with the same input, so every command's key is made before this call, once per intention.
 */
export async function call<F extends FunctionName, M extends MethodOf<F>>(name: F, method: M, input: Input<F, M>): Promise<Answer<F, M>> {
  const tried = await settle(name, method, input);
  if ('reply' in tried) {
    // The contract says which value and which codes a method answers with; the server was compiled against the same one.
    return (tried.reply.ok ? { ok: true, value: tried.reply.value } : { ok: false, refusal: tried.reply.refusal }) as Answer<F, M>;
  }
  const code: CodeOf<F, M> = tried.failure === 'lost' ? 'net.offline' : 'call.fault';
  return { ok: false, refusal: { code } };
}
