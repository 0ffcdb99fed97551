import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openCloud, type LocalCloud } from '@localcloud/index';
import type { Input, FunctionName, MethodOf, Output } from '@shared/functions';
import type { CallReply } from '@shared/kernel/contract';
import { codeDigits, codeText, codeWindow } from '@shared/member/code';
import type { Home } from '@shared/member/contract';
import { jobs } from '@shared/store/jobs';
import { collections } from '../../config/collections';
import { functions } from '../../config/functions';
import { messageTemplates } from '../../config/messageTemplates';
import { furnishedFolder } from './furnishedFolder';
import { shopFile } from './shopFile';

const root = join(__dirname, '../..');
/** A quiet Sunday morning of programme time: 22 November 2026, 10:00. */
export const sundayMorningMs = Date.UTC(2026, 10, 22, 2, 0);

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: { readonly code: string; readonly args?: object } };

/** A shop on a real local cloud, in a folder of its own, and the people who use it. */
export interface TestShop {
  readonly cloud: LocalCloud;
  /** Where the SMS went that were sent. */
  readonly smsFile: string;
  /** Calls a method as somebody; `device` defaults to one per person. */
  call<F extends FunctionName, M extends MethodOf<F>>(
    openid: string,
    functionName: F,
    method: M,
    input: Input<F, M>,
    device?: string,
  ): Promise<Answer<Output<F, M>>>;
  /** The same, for calls that must be accepted. */
  must<F extends FunctionName, M extends MethodOf<F>>(
    openid: string,
    functionName: F,
    method: M,
    input: Input<F, M>,
    device?: string,
  ): Promise<Output<F, M>>;
  /** Lets somebody join, or opens their card again. */
  join(openid: string): Promise<Home>;
  /** What the person's phone would show now, or `awayMs` from now. */
  codeOf(home: Home, awayMs?: number): string;
  reconcile(): Promise<{ readonly checked: number; readonly entries: number; readonly differences: readonly unknown[] }>;
  sweep(): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Opens the shop with its settings applied through `console` and the clock at a fixed morning. The limit of calls per caller is out of
 * the way unless a test asks for it.
 */
export async function openShop(workersPerFunction = 4, callsPerSecond = 100_000): Promise<TestShop> {
  const furnished = await furnishedFolder([shopFile, operator, furnishedAtMs], furnish);
  const dataDir = mkdtempSync(join(tmpdir(), 'lantern.test-'));
  cpSync(furnished, dataDir, { recursive: true });
  return openAt(dataDir, workersPerFunction, callsPerSecond);
}

const furnishedAtMs = sundayMorningMs - 3_600_000;
const operator = { _id: 'operator-1', staffId: 'op', name: 'Op', shopId: null, roles: ['operator'], active: true };

/** Applies the shop's settings in an empty folder, an hour before the morning on which tests begin: what they do comes after it. */
async function furnish(folder: string): Promise<void> {
  const shop = await openAt(folder, 1, 100_000);
  shop.cloud.clock.setMs(furnishedAtMs);
  try {
    await shop.cloud.data.insert('staff', [operator]);
    for (const [section, rows] of Object.entries(shopFile)) {
      const input = { section: section as keyof typeof shopFile, rows: [...rows], dryRun: false, firstRow: 0 };
      const report = await shop.must('operator-1', 'console', 'store.apply', input);
      expect(report.rows.filter((row) => row.result === 'refused')).toEqual([]);
    }
  } finally {
    await shop.cloud.close();
  }
}

async function openAt(dataDir: string, workersPerFunction: number, callsPerSecond: number): Promise<TestShop> {
  const smsFile = `${basename(dataDir)}.sms.jsonl`;
  const cloud = await openCloud({
    dataDir,
    collections,
    functions: functions.map(({ name, callers, web = false, timeoutMs, memoryMb }) => ({
      name,
      callers,
      web,
      timeoutMs,
      memoryMb,
      directory: join(root, 'dist/cloudfunctions', name),
      timers: timersOf(name),
      openapi: openapiOf(name),
      env: {
        LANTERN_MASTER_KEY: 'a key that only tests use, long enough to pass',
        LANTERN_CALLS_PER_SECOND: String(callsPerSecond),
        LANTERN_SMS: 'file',
        LANTERN_MERCHANT: '1900000001',
        LANTERN_SMS_FILE: smsFile,
      },
    })),
    workersPerFunction,
    conflictMode: 'eager',
    templates: messageTemplates,
    messagePush: 'events',
    onLog: (line) => process.env['LANTERN_LOG'] === '1' && console.error(line.text),
  });
  cloud.clock.setMs(sundayMorningMs);
  return build(cloud, dataDir, join(tmpdir(), smsFile));
}

/** The open APIs a function declares in its own config.json. */
function openapiOf(name: string): readonly string[] {
  return readSettings(name).permissions?.openapi ?? [];
}

interface FunctionSettings {
  readonly triggers?: readonly { readonly name: string; readonly config: string }[];
  readonly permissions?: { readonly openapi?: readonly string[] };
}

function readSettings(name: string): FunctionSettings {
  return JSON.parse(readFileSync(join(root, 'cloudfunctions', name, 'config.json'), 'utf8')) as FunctionSettings;
}

/** A function's timers as its own config.json tells them to the platform; each job has one of its own, never due, to be run by hand. */
function timersOf(name: string): { name: string; cron: string }[] {
  const { triggers = [] } = readSettings(name);
  const byHand = name === 'jobs' ? Object.keys(jobs).map((job) => ({ name: job, cron: '0 0 0 1 1 * 2099' })) : [];
  return [...triggers.map((trigger) => ({ name: trigger.name, cron: trigger.config })), ...byHand];
}

function build(cloud: LocalCloud, dataDir: string, smsFile: string): TestShop {
  const shop: TestShop = {
    cloud,
    smsFile,
    async call(openid, functionName, method, input, device = `device-${openid}`) {
      const reply = (await cloud.call(functionName, { method, input, device }, { openid })) as CallReply;
      return reply as never;
    },
    async must(openid, functionName, method, input, device) {
      const answer = await shop.call(openid, functionName, method, input, device);
      if (!answer.ok) throw new Error(`${method} was refused: ${JSON.stringify(answer.refusal)}`);
      return answer.value;
    },
    join: (openid) =>
      shop.must(openid, 'member', 'member.join', { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false }),
    codeOf(home, awayMs = 0) {
      if (home.code === null) throw new Error('The phone was given no secret');
      return codeText(home.cardNumber, codeDigits(home.code.secretHex, codeWindow(cloud.clock.nowMs() + awayMs)));
    },
    reconcile: () => reconcileAll(shop),
    sweep: () => cloud.runTimer('jobs', 'sweep'),
    async close() {
      await cloud.close();
      rmSync(dataDir, { recursive: true });
      rmSync(smsFile, { force: true });
    },
  };
  return shop;
}

async function reconcileAll(shop: TestShop): Promise<{ checked: number; entries: number; differences: unknown[] }> {
  const total = { checked: 0, entries: 0, differences: [] as unknown[] };
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Output<'console', 'ledger.reconcile'> = await shop.must(
      'operator-1',
      'console',
      'ledger.reconcile',
      cursor === undefined ? {} : { cursor },
    );
    total.checked += page.checked;
    total.entries += page.entries;
    total.differences.push(...page.differences);
    cursor = page.next;
  }
  return total;
}
