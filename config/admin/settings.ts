import { readFileSync } from 'node:fs';
import { sections, type ApplyRow, type Section } from '@shared/store/contract';
import type { Session } from './session';
import { applyFile, parseSettings } from './applyFile';
import { ask } from './ask';
import { sentence } from './sentence';

/** `apply FILE`: one line a row, then the sums. */
export async function apply({ call, dryRun, language }: Session, [path = '']: readonly string[]): Promise<number> {
  const rows = await applyFile(call, parseSettings(readFileSync(path, 'utf8')), dryRun);
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
