import type { ApplyReport, ApplyRow } from '@shared/store/contract';
import type { CallReply } from '@shared/kernel/contract';
import { settingsBatches, type SettingsFile } from '@shared/store/settingsFile';

/** Calls a method of the `console` function as an operator. */
export type ConsoleCall = (method: string, input: object) => Promise<CallReply>;

/** Applies a file call by call; gives what became of every row. */
export async function applyFile(call: ConsoleCall, file: SettingsFile, dryRun: boolean): Promise<readonly ApplyRow[]> {
  const report: ApplyRow[] = [];
  for (const batch of settingsBatches(file)) {
    const reply = await call('store.apply', { ...batch, dryRun });
    if (!reply.ok) throw new Error(`The console refused: ${reply.refusal.code}`);
    report.push(...(reply.value as ApplyReport).rows);
  }
  return report;
}
