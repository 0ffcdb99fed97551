import { sections, rowsPerCallMax, type ApplyReport, type ApplyRow, type Section } from '@shared/store/contract';
import type { CallReply } from '@shared/kernel/contract';

/** Calls a method of the `console` function as an operator. */
export type ConsoleCall = (method: string, input: object) => Promise<CallReply>;

/** A file of settings: sections with rows, applied in the order that references need. */
export type SettingsFile = Readonly<Partial<Record<Section, readonly unknown[]>>>;

/** Reads a file's text as settings. Throws a sentence for one that is no such file. */
export function parseSettings(text: string): SettingsFile {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new Error('The file must hold one JSON object of sections.');
  }
  for (const [section, rows] of Object.entries(parsed)) {
    if (!sections.some((known) => known === section)) {
      throw new Error(`Unknown section "${section}". Sections are: ${sections.join(', ')}.`);
    }
    if (!Array.isArray(rows)) throw new Error(`Section "${section}" must be a list of rows.`);
  }
  return parsed;
}

/** Applies a file section by section, in calls of at most 200 rows; gives what became of every row. */
export async function applyFile(call: ConsoleCall, file: SettingsFile, dryRun: boolean): Promise<readonly ApplyRow[]> {
  const report: ApplyRow[] = [];
  for (const section of sections) {
    const rows = file[section] ?? [];
    for (let firstRow = 0; firstRow < rows.length; firstRow += rowsPerCallMax) {
      const reply = await call('store.apply', { section, rows: rows.slice(firstRow, firstRow + rowsPerCallMax), dryRun, firstRow });
      if (!reply.ok) throw new Error(`The console refused: ${reply.refusal.code}`);
      report.push(...(reply.value as ApplyReport).rows);
    }
  }
  return report;
}
