import type { Input } from '@shared/functions';
import type { Refusal } from '@shared/kernel/refusal';
import { call, type CodeOf } from '@/platform/call';
import { type Cell, createCell } from '@/platform/createCell';
import { recall, remember } from '@/platform/storage';

type LateCode = CodeOf<'staff', 'purchase.recordLate'>;

/** A purchase taken without network, on its way. A refused one stays until staff have seen it. */
export interface LateItem {
  readonly purchase: Input<'staff', 'purchase.recordLate'>;
  readonly staffId: string;
  readonly totalFen: number;
  readonly state: 'waiting' | 'recorded' | 'refused';
  readonly points: number;
  readonly refusal: Refusal<LateCode> | null;
}

/** No verdict on the purchase itself: it waits and is sent again. */
const passing: readonly LateCode[] = ['net.offline', 'busy.tryAgain', 'call.fault', 'call.tooMany', 'code.locked', 'call.notAllowed'];

const kept = (): readonly LateItem[] => recall<readonly LateItem[]>('phone', 'late') ?? [];

/** What this phone took without network; kept on the phone, what has been recorded only until the app is opened again. */
export const lateQueue: Cell<readonly LateItem[]> = createCell<readonly LateItem[]>(kept().filter(({ state }) => state !== 'recorded'));

function keep(items: readonly LateItem[]): void {
  remember('phone', 'late', items);
  lateQueue.set(items);
}

/** Puts a purchase into the queue; false when the phone could not keep it, and nothing was queued. */
export function queueLate(item: LateItem): boolean {
  const before = lateQueue.get();
  keep([...before, item]);
  const safe = kept().some(({ purchase }) => purchase.key === item.purchase.key);
  if (!safe) lateQueue.set(before);
  return safe;
}

/** Lets go of one that staff have seen. */
export function dismissLate(key: string): void {
  keep(lateQueue.get().filter(({ purchase }) => purchase.key !== key));
}

let sending = false;

/** Sends what waits, oldest first, as the person who took it; stops at the first that cannot be sent now. */
export async function sendLate(staffId: string): Promise<void> {
  if (sending) return;
  sending = true;
  for (const item of lateQueue.get()) {
    if (item.state !== 'waiting' || item.staffId !== staffId) continue;
    const answer = await call('staff', 'purchase.recordLate', item.purchase);
    if (!answer.ok && passing.includes(answer.refusal.code)) break;
    const seen: LateItem = answer.ok
      ? { ...item, state: 'recorded', points: answer.value.points }
      : { ...item, state: 'refused', refusal: answer.refusal };
    keep(lateQueue.get().map((each) => (each.purchase.key === item.purchase.key ? seen : each)));
  }
  sending = false;
}
