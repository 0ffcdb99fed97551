import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ApplyRow } from '@shared/store/contract';
import type { ReconcilePage } from '@shared/ledger/contract';
import { sentence } from './sentence';
import { applyFile, parseSettings, type ConsoleCall } from './applyFile';
import { doorCall } from './doorCall';

const usage = `Usage: npm run admin -- COMMAND [--address http://127.0.0.1:7300] [--as operator] [--lang zh|en]
  apply FILE [--dry-run]   shops, staff, categories, rewards and settings from a JSON file, with a report per row
  list SECTION             what a section holds (programme, shops, staff, categories, rewards)
  reconcile                checks every account against its entries`;

/** The operator's command line. Gives the exit code: 0 when everything was taken and nothing differs. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      address: { type: 'string', default: 'http://127.0.0.1:7300' },
      as: { type: 'string', default: 'operator' },
      lang: { type: 'string', default: 'zh' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [command, subject] = positionals;
  const open = (): Promise<ConsoleCall> => doorCall(values.address, values.as);
  if (command === 'apply' && subject !== undefined) return apply(await open(), subject, values['dry-run'], values.lang);
  if (command === 'list' && subject !== undefined) return list(await open(), subject);
  if (command === 'reconcile') return reconcile(await open());
  console.error(usage);
  return 2;
}

async function apply(call: ConsoleCall, path: string, dryRun: boolean, lang: string): Promise<number> {
  const rows = await applyFile(call, parseSettings(readFileSync(path, 'utf8')), dryRun);
  for (const row of rows) console.log(describe(row, lang));
  const count = (result: ApplyRow['result']): number => rows.filter((row) => row.result === result).length;
  const sums = `${count('created')} created, ${count('updated')} updated, ${count('unchanged')} unchanged, ${count('refused')} refused`;
  console.log(`${dryRun ? 'Dry run, nothing written: ' : ''}${sums}`);
  return count('refused') === 0 ? 0 : 1;
}

function describe({ section, row, id, result, refusal }: ApplyRow, lang: string): string {
  const why = refusal === undefined ? '' : `  ${refusal.code}  ${sentence(refusal.code, refusal.args ?? {}, lang === 'en' ? 'en' : 'zh')}`;
  return `${section} ${row}  ${id}  ${result}${why}`;
}

async function list(call: ConsoleCall, section: string): Promise<number> {
  let after: string | undefined;
  for (;;) {
    const reply = await call('store.list', { section, ...(after === undefined ? {} : { after }) });
    if (!reply.ok) throw new Error(`The console refused: ${reply.refusal.code}`);
    const { items } = reply.value as { items: readonly { id: string; name: string }[] };
    for (const { id, name } of items) console.log(`${id}\t${name}`);
    const last = items.at(-1);
    if (last === undefined) return 0;
    after = last.id;
  }
}

async function reconcile(call: ConsoleCall): Promise<number> {
  let cursor: string | null = null;
  let [accounts, entries, differences] = [0, 0, 0];
  do {
    const reply = await call('ledger.reconcile', cursor === null ? {} : { cursor });
    if (!reply.ok) throw new Error(`The console refused: ${reply.refusal.code}`);
    const page = reply.value as ReconcilePage;
    for (const difference of page.differences) console.log(JSON.stringify(difference));
    accounts += page.checked;
    entries += page.entries;
    differences += page.differences.length;
    cursor = page.next;
  } while (cursor !== null);
  console.log(`${accounts} accounts, ${entries} entries, ${differences} differences`);
  return differences === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  },
);
