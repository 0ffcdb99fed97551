import type { Refusal } from '@shared/kernel/refusal';
import type { OfficeView } from '@shared/store/contract';
import { call, type CodeOf } from '@/platform/call';
import { type Cell, createCell } from '@/platform/createCell';

/** Whether this person is an operator; null when they are none, or it is not known yet. */
export interface OfficeState {
  readonly office: OfficeView | null;
  readonly asked: boolean;
  readonly trouble: Refusal<CodeOf<'console', 'store.office'>> | null;
}

export const officeState: Cell<OfficeState> = createCell<OfficeState>({ office: null, asked: false, trouble: null });

/** Asks whether this person is an operator. Without an answer what was known stays; being told no ends it. */
export async function loadOffice(): Promise<void> {
  const answer = await call('console', 'store.office', {});
  if (answer.ok) {
    officeState.set({ office: answer.value, asked: true, trouble: null });
    return;
  }
  const refused = answer.refusal.code === 'call.notAllowed';
  officeState.set({ office: refused ? null : officeState.get().office, asked: true, trouble: answer.refusal });
}
