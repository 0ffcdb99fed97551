import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** One figure of out/bench.json. `ratio` = value ÷ reference where there is a reference. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reference: number | null;
  readonly ratio: number | null;
}

/** A figure that stands for itself. */
export function figure(name: string, value: number, unit: string): Row {
  return { name, value: rounded(value), unit, reference: null, ratio: null };
}

/** A figure beside another measured in the same run. `ratio` is given when it is not simply value ÷ reference. */
export function compared(name: string, value: number, reference: number, unit: string, ratio = value / reference): Row {
  return { name, value: rounded(value), unit, reference: rounded(reference), ratio: rounded(ratio) };
}

/** Writes a group's rows into the file, in place of what that group wrote before. */
export function saveRows(path: string, group: string, rows: readonly Row[]): void {
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as (Row & { group?: string })[]) : [];
  const kept = before.filter((row) => row.group !== group && !rows.some((each) => each.name === row.name));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify([...kept, ...rows.map((row) => ({ ...row, group }))], null, 2)}\n`);
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
