import { cloud } from './cloud';
import { core } from './core';
import { crowd } from './crowd';
import { draw } from './draw';
import { benchMode } from './openBench';
import { outbox } from './outbox';
import { packageSize } from './packageSize';
import { saveRows, type Row } from './row';
import { scale } from './scale';
import { stack } from './stack';
import { tillGroup } from './till';

const groups: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  // First of all: its first search is to be one that the engine has not compiled yet.
  stack,
  core,
  till: tillGroup,
  crowd,
  draw,
  scale,
  cloud,
  outbox,
  package: packageSize,
};

/** Runs one group, or all, prints the figures and writes them to out/bench.json. */
async function main(wanted: string | undefined): Promise<void> {
  const names = wanted === undefined ? Object.keys(groups) : [wanted];
  for (const name of names) {
    const group = Object.hasOwn(groups, name) ? groups[name] : undefined;
    if (group === undefined) throw new Error(`No group ${name}. Groups are: ${Object.keys(groups).join(', ')}.`);
    console.log(`${name} (conflict mode ${benchMode})`);
    const rows = await group();
    for (const row of rows) console.log(`  ${line(row)}`);
    saveRows('out/bench.json', name, rows);
  }
}

function line({ name, value, unit, reference, ratio }: Row): string {
  const beside = reference === null ? '' : `  (reference ${reference}, ratio ${ratio})`;
  return `${name.padEnd(26)} ${value} ${unit}${beside}`;
}

main(process.argv[2]).catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
