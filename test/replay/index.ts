import { existsSync } from 'node:fs';
import { dayMs } from '@shared/kernel/time';
import { figure, saveRows } from '../bench/row';
import { expectOk, openStore, type Store } from './openStore';
import { planActs, type Plan } from './planActs';
import { readInvoices, type Invoice } from './readInvoices';
import { reckon } from './reckon';
import { joinAll, sendActs } from './sendActs';

const shownMax = 10;
const barWidth = 40;

/**
 * `replay FILE [--invoices N]`: sends a retail log (or some customers' N invoices of it) through the door for machines and refunds,
 * clock = its days, and compares points, pending, debts and tiers with a short computation over the file alone. Exit code 1 when
 * they differ.
 */
async function main([file = '', ...args]: readonly string[]): Promise<number> {
  if (!existsSync(file)) {
    console.log(`There is no ${file === '' ? 'file named' : 'such file'}: the replay is skipped.`);
    return 0;
  }
  const most = args[0] === '--invoices' ? Number(args[1]) : Infinity;
  const plan = planActs(sampleOf(readInvoices(file), most));
  const [first, last] = [plan.acts[0], plan.acts.at(-1)];
  if (first === undefined || last === undefined) throw new Error('The log holds no purchase.');
  const store = await openStore(first.atMs - dayMs);
  try {
    return await replay(store, plan, last.atMs, most === Infinity);
  } finally {
    await store.close();
  }
}

/** The first customers' invoices, each one's whole history, until there are at least so many. */
function sampleOf(invoices: readonly Invoice[], most: number): readonly Invoice[] {
  if (most === Infinity) return invoices;
  const chosen = new Set<string>();
  let many = 0;
  for (const { customer } of invoices) {
    if (many >= most) break;
    if (customer === '' || chosen.has(customer)) continue;
    chosen.add(customer);
    many += invoices.filter((invoice) => invoice.customer === customer).length;
  }
  return invoices.filter(({ customer }) => chosen.has(customer));
}

async function replay(store: Store, plan: Plan, endMs: number, whole: boolean): Promise<number> {
  const cards = await joinAll(store, plan);
  const began = performance.now();
  const refused = await sendActs(store, cards, plan, (done) => {
    if (done % 500 === 0 || done === plan.acts.length) showBar(done, plan.acts.length);
  });
  const seconds = (performance.now() - began) / 1000;
  const rate = plan.invoices / seconds;
  console.log(`\n${plan.invoices} invoices in ${seconds.toFixed(1)} s: ${rate.toFixed(0)} a second`);
  console.log(
    `rows: ${Object.entries(plan.rows)
      .map(([what, many]) => `${what} ${many}`)
      .join(', ')}`,
  );
  console.log(`refused: ${refused.size === 0 ? 'none' : [...refused].map(([code, many]) => `${code} ${many}`).join(', ')}`);
  await settleAll(store, endMs);
  const differences = await compare(store, plan, endMs);
  for (const difference of differences.slice(0, shownMax)) console.log(`  ${difference}`);
  console.log(`${cards.size - differences.length} of ${cards.size} customers stand where the file says`);
  if (whole) saveRows('out/bench.json', 'replay', [figure('replay.rate', rate, 'invoices/s')]);
  return differences.length === 0 && refused.size === 0 ? 0 : 1;
}

function showBar(done: number, all: number): void {
  const full = Math.round((done / all) * barWidth);
  const line = `[${'#'.repeat(full)}${' '.repeat(barWidth - full)}] ${done} of ${all}`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
  else console.log(line);
}

/** The nightly sweep, until nothing is due. */
async function settleAll({ cloud }: Store, endMs: number): Promise<void> {
  cloud.clock.setMs(Math.max(endMs, cloud.clock.nowMs()));
  for (let more = true; more;) {
    const swept = expectOk((await cloud.runTimer('jobs', 'sweep')) as never) as { readonly more?: boolean };
    more = swept.more === true;
    cloud.clock.advanceMs(1000);
  }
}

async function compare({ cloud }: Store, plan: Plan, endMs: number): Promise<readonly string[]> {
  const members = await cloud.data.find('members', {}, { limit: 1_000_000 });
  const accounts = new Map((await cloud.data.find('accounts', {}, { limit: 1_000_000 })).map((each) => [each['_id'], each]));
  const expected = reckon(plan, endMs);
  return members.flatMap((member) => {
    const customer = String(member['_id']).slice('customer-'.length);
    const account = accounts.get(member['accountId']);
    const want = expected.get(customer) ?? { pending: 0, available: 0, debt: 0, tier: 'firefly' };
    return Object.entries(want)
      .filter(([field, value]) => account?.[field] !== value)
      .map(([field, value]) => `customer ${customer}: ${field} is ${String(account?.[field])}, the file says ${value}`);
  });
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    console.error(fault);
    process.exitCode = 1;
  },
);
