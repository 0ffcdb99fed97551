import { AsyncLocalStorage } from 'node:async_hooks';
import { refuse, type Outcome } from '@shared/kernel/refusal';

/** How one call stands: whether its command carries a key, and what it is refused with if it turns out to be no repeat. */
interface Call {
  readonly keyed: boolean;
  refusal: string | null;
}

const calls = new AsyncLocalStorage<Call>();
const written = new Error('A call that may only repeat an earlier answer was about to write');

/**
 * Runs one call. A tap that was accepted before is answered again even when its caller may do nothing new by now (they are leaving, their
 * shop is closed): such a call goes on as far as its first write, which a repeat never has, and is refused there.
 */
export async function answerCall(keyed: boolean, run: () => Promise<Outcome<unknown, string>>): Promise<Outcome<unknown, string>> {
  const call: Call = { keyed, refusal: null };
  const outcome = await calls.run(call, () =>
    run().catch((error: unknown) => {
      if (error === written) return null;
      throw error;
    }),
  );
  if (outcome !== null && (call.refusal === null || outcome.ok || outcome.refusal.code === 'key.reused')) return outcome;
  return refuse(call.refusal ?? 'call.fault');
}

/** Says that the caller may do nothing new; false when the call cannot be a repeat, having no key, and is refused at once. */
export function onlyRepeats(refusal: string): boolean {
  const call = calls.getStore();
  if (call?.keyed !== true) return false;
  call.refusal = refusal;
  return true;
}

/** Stops a call that may only repeat before it writes anything. */
export function beforeWriting(): void {
  if ((calls.getStore()?.refusal ?? null) !== null) throw written;
}
