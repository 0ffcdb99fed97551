import { judge, type Verdict } from './judge';
import { openArena } from './openArena';
import { openGate } from './openGate';
import { openJournal, type Journal } from './openJournal';
import { runCallers } from './runCallers';
import type { Seen } from './seat';
import { takeSnapshot } from './takeSnapshot';

const secondsDefault = 20;
const seedDefault = 1;
/** Differences of one invariant that are printed. */
const shownMax = 5;

/**
 * `torture --seconds N --seed S`: 32 callers of all roles at once, on a cloud that loses, repeats, delays,
 * conflicts and kills, while days pass.
 * Afterwards every invariant is checked over the raw documents. Exit code 1 with the first differences.
 */
async function main(args: readonly string[]): Promise<number> {
  const seconds = numberAfter(args, '--seconds') ?? secondsDefault;
  const seed = numberAfter(args, '--seed') ?? seedDefault;
  console.log(`torture: ${seconds} s, seed ${seed}`);
  const journal = openJournal();
  const faultLines = new Map<string, string>();
  const { cloud, shopKeys, close } = await openArena((text) => noteFault(faultLines, text));
  try {
    const endsAtMs = Date.now() + seconds * 1000;
    await runCallers({ cloud, seed, shopKeys, gate: openGate(), journal, seen: nothingSeen(), endsAtMs });
    const verdicts = judge(await takeSnapshot(cloud), journal);
    print(journal, verdicts);
    for (const [first, whole] of faultLines)
      console.log(`  a function's own fault: ${first}${args.includes('--stacks') ? `\n${whole}` : ''}`);
    const bad = verdicts.filter(({ wrong, findsPlanted }) => wrong.length > 0 || findsPlanted === false);
    const checks = verdicts.length;
    console.log(`${checks - bad.length} of ${checks} invariants hold`);
    return bad.length === 0 && faultLines.size === 0 ? 0 : 1;
  } finally {
    await close();
  }
}

/** A function that breaks off because of a fault that was ordered is no news; anything else is. */
function noteFault(lines: Map<string, string>, text: string): void {
  if (!text.includes('"level":"fault"') || text.includes('[fault]')) return;
  const message = /"message":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? text;
  lines.set(message.slice(0, 160), text);
}

function nothingSeen(): Seen {
  const [homes, leaving]: [Seen['homes'], Seen['leaving']] = [new Map(), new Set()];
  const [visits, purchases, pickups, vouchers]: [Seen['visits'], Seen['purchases'], Seen['pickups'], Seen['vouchers']] = [[], [], [], []];
  const lists = {
    bookings: [],
    bought: [],
    tickets: [],
    quotes: [],
    gifts: [],
    proposals: [],
    planOrders: [],
    familyCodes: [],
    storeCodes: [],
    machineOrders: [],
    friends: [],
  };
  return { homes, leaving, invitations: new Map(), visits, purchases, pickups, vouchers, ...lists };
}

function print({ acts, answers, faults }: Journal, verdicts: readonly Verdict[]): void {
  for (const [title, counts] of Object.entries({ acts, answers, faults })) {
    console.log(`${title}: ${[...counts.values()].reduce((sum, many) => sum + many, 0)}`);
    for (const [what, many] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`  ${what.padEnd(44)} ${many}`);
  }
  console.log('invariants:');
  for (const { name, looked, wrong, findsPlanted } of verdicts) {
    const planted = findsPlanted === null ? '' : findsPlanted ? ', finds a planted fault' : ', DOES NOT FIND A PLANTED FAULT';
    console.log(`  ${wrong.length === 0 ? 'holds' : 'BROKEN'}  ${name} (${looked} looked at${planted})`);
    for (const sentence of wrong.slice(0, shownMax)) console.log(`          ${sentence}`);
    if (wrong.length > shownMax) console.log(`          and ${wrong.length - shownMax} more`);
  }
}

function numberAfter(args: readonly string[], option: string): number | undefined {
  const value = args[args.indexOf(option) + 1];
  if (!args.includes(option)) return undefined;
  if (value === undefined || !/^\d+$/.test(value)) throw new Error(`${option} needs a number.`);
  return Number(value);
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
