import { readFileSync } from 'node:fs';
import type { ApplyRow } from '@shared/store/contract';
import { sections, type Section } from '@shared/store/sections';
import { readSettings, type SettingsFile } from '@shared/store/settingsFile';
import { storeSettings as en } from '@/copy/en/storeSettings';
import { fillGaps } from '@/copy/refusals';
import { storeSettings as zh } from '@/copy/zh/storeSettings';
import type { Session } from './session';
import { applyFile } from './applyFile';
import { gatherQuestions } from './gatherQuestions';
import { readTable } from './readTable.mjs';
import { ask } from './ask';
import { sentence } from './sentence';

/** `apply FILE`: one line a row, then the sums. */
export function apply(session: Session, [path = '']: readonly string[]): Promise<number> {
  const settings = readSettings(readFileSync(path, 'utf8'));
  if (!settings.ok)
    throw new Error(fillGaps((session.language === 'en' ? en : zh).faults[settings.refusal.code], settings.refusal.args ?? {}));
  return applyRows(session, settings.value);
}

/** `questions FILE`: a quiz's bank from a CSV or XLSX file, reported as `apply` does; rows are counted without the names. */
export async function questions(session: Session, [path = '']: readonly string[]): Promise<number> {
  return applyRows(session, { quizQuestions: gatherQuestions(await readTable(path)) });
}

async function applyRows({ call, dryRun, language }: Session, file: SettingsFile): Promise<number> {
  const rows = await applyFile(call, file, dryRun);
  for (const row of rows) console.log(describe(row, language));
  const count = (result: ApplyRow['result']): number => rows.filter((row) => row.result === result).length;
  const sums = `${count('created')} created, ${count('updated')} updated, ${count('unchanged')} unchanged, ${count('refused')} refused`;
  console.log(`${dryRun ? 'Dry run, nothing written: ' : ''}${sums}`);
  return count('refused') === 0 ? 0 : 1;
}

/** `list SECTION`: ids and names. */
export async function list(session: Session, [name = '']: readonly string[]): Promise<number> {
  const section = sections.find((each): each is Section => each === name);
  if (section === undefined) throw new Error(`Unknown section "${name}". Sections are: ${sections.join(', ')}.`);
  for (let after: string | undefined; ;) {
    const { items } = await ask(session, 'store.list', after === undefined ? { section } : { section, after });
    for (const item of items) console.log(`${item.id}\t${item.name}`);
    const last = items.at(-1);
    if (last === undefined) return 0;
    after = last.id;
  }
}

function describe({ section, row, id, result, refusal }: ApplyRow, language: Session['language']): string {
  const why = refusal === undefined ? '' : `  ${refusal.code}  ${sentence(refusal.code, refusal.args ?? {}, language)}`;
  return `${section} ${row}  ${id}  ${result}${why}`;
}
