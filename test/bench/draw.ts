import type { LocalCloud } from '@localcloud/index';
import type { PoolRow } from '@shared/game/poolRow';
import { dayMs } from '@shared/kernel/time';
import { callAs } from '../../config/demo/callAs';
import { openBench } from './openBench';
import { expectOk } from './openTill';
import { loadMembers, type BenchMember } from './people';
import { compared, figure, type Row } from './row';
import { burst, median, quantile } from './timing';

const drawers = 10_000;
const clients = 64;
const units = 500;
const chunk = 1_250;
const wanting = 1_000;
const aloneDraws = 100;
const operator = 'bench-operator';
const busyTriesMax = 50;

const named = (text: string) => ({ zh: text, en: text });
const row = (id: string, stock: number | undefined, weight: number, now: number): PoolRow => ({
  id,
  name: named(id),
  face: 'wheel',
  organiser: named('bench'),
  rules: named('bench'),
  opens: moment(now - dayMs),
  ends: moment(now + 30 * dayMs),
  perDay: 1000,
  prizes: [
    { id: 'points', name: named('points'), award: { kind: 'points', points: 20 }, valueFen: 20, ...(stock === undefined ? {} : { stock }) },
    { id: 'thanks', name: named('thanks'), award: { kind: 'thanks' } },
  ],
  tables: [{ total: 10, rows: [{ prize: 'points', weight }, ...rest(10 - weight)], fallback: 'thanks' }],
});

function rest(weight: number): { prize: string; weight: number }[] {
  return weight === 0 ? [] : [{ prize: 'thanks', weight }];
}

function moment(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** A burst on a pool of few units, beside the same without a limit; the last unit wanted by many; operations of one draw. */
export async function draw(): Promise<readonly Row[]> {
  const { cloud, close } = await openBench();
  try {
    const now = cloud.clock.nowMs();
    const staff = { _id: operator, staffId: 'op', name: '运营', shopId: null, roles: ['operator'], active: true };
    await cloud.data.insert('staff', [staff]);
    const pools = [row('few', units, 2, now), row('many', undefined, 2, now), row('last', 1, 10, now), row('alone', 1000, 10, now)];
    await publish(cloud, pools);
    return [...(await burstRows(cloud)), ...(await lastRows(cloud)), ...(await aloneRows(cloud))];
  } finally {
    await close();
  }
}

async function publish(cloud: LocalCloud, rows: readonly PoolRow[]): Promise<void> {
  const call = callAs(cloud, 'console', operator);
  expectOk(await call('store.apply', { section: 'pools', rows: [...rows], dryRun: false, firstRow: 0 }));
  for (const { id } of rows) expectOk(await call('game.publish', { poolId: id }));
}

/** Members with one chance each. */
async function loadPlayers(cloud: LocalCloud, prefix: string, count: number): Promise<readonly BenchMember[]> {
  const members = await loadMembers(cloud, prefix, count);
  const lot = { id: 'quiz:bench', source: 'quiz', poolId: null, left: 1, expiresOn: '2099-12-31' };
  await cloud.data.update('accounts', { chanceSeq: 0 }, { $set: { chances: [lot], chanceSeq: 1 } });
  return members;
}

async function burstRows(cloud: LocalCloud): Promise<readonly Row[]> {
  const [few, many] = [await loadPlayers(cloud, 'f', drawers), await loadPlayers(cloud, 'm', drawers)];
  // Both sides' code and caches are warm before anything is measured.
  for (const poolId of ['few', 'many'])
    await burst(await loadPlayers(cloud, `w${poolId}`, 200), clients, (member) => insist(cloud, member, poolId));
  const seconds = { few: 0, many: 0 };
  const p99: number[] = [];
  for (let from = 0; from < drawers; from += chunk) {
    const sides = [['few', few] as const, ['many', many] as const];
    // Who goes first alternates, so that neither has the quieter half of the machine.
    for (const [poolId, members] of (from / chunk) % 2 === 0 ? sides : sides.reverse()) {
      const part = members.slice(from, from + chunk);
      const measured = await burst(part, clients, (member) => insist(cloud, member, poolId));
      seconds[poolId] += part.length / measured.perSecond;
      if (poolId === 'few') p99.push(measured.p99Ms);
    }
  }
  const perSecond = drawers / seconds.few;
  const draws = await cloud.data.find('draws', { poolId: 'few' }, { limit: 20_000 });
  const holders = new Set(draws.flatMap((each) => (each['unit'] === null ? [] : [each['unit']])));
  const taken = await cloud.data.find('units', { rewardId: 'few.points', state: 'given' }, { limit: 20_000 });
  const winners = await cloud.data.find(
    'accounts',
    { _id: { $in: draws.filter((each) => each['won'] === true).map((each) => each['memberId']) } },
    { limit: 20_000 },
  );
  const left = await cloud.data.find('accounts', { 'drawers.poolId': 'few', 'chances.0': { $exists: true } }, { limit: 20_000 });
  const agree = holders.size === taken.length && winners.length === taken.length && left.length === 0 && draws.length === drawers + 200;
  if (!agree)
    throw new Error(
      `Units ${taken.length}, holders ${holders.size}, winners ${winners.length}, unspent ${left.length}, draws ${draws.length}`,
    );
  return [
    figure('draw.burst.given', taken.length, 'units'),
    compared('draw.burst.ratio', perSecond, drawers / seconds.many, 'calls/s'),
    figure('draw.burst.p99', median(p99), 'ms'),
  ];
}

async function lastRows(cloud: LocalCloud): Promise<readonly Row[]> {
  const members = await loadPlayers(cloud, 'l', wanting);
  const measured = await burst(members, wanting, (member) => insist(cloud, member, 'last'));
  const holders = await cloud.data.find('draws', { poolId: 'last', given: 'points' }, { limit: wanting });
  return [figure('draw.last', holders.length, 'holders'), figure('draw.last.p99', measured.p99Ms, 'ms')];
}

async function aloneRows(cloud: LocalCloud): Promise<readonly Row[]> {
  const members = await loadPlayers(cloud, 'a', aloneDraws);
  const measured = await burst(members, 1, (member) => insist(cloud, member, 'alone'));
  const last = cloud.lastInvocations().filter((record) => record.functionName === 'member');
  const operations = last.slice(-aloneDraws / 2).map((record) => record.operations);
  return [
    figure('draw.operations', median(operations), 'operations'),
    figure('draw.operations.p90', quantile(operations, 0.9), 'operations'),
    figure('draw.alone.median', measured.medianMs, 'ms'),
  ];
}

/** Draws as a phone does: "busy" is tried again with the same key. */
async function insist(cloud: LocalCloud, { openid, memberId }: BenchMember, poolId: string): Promise<void> {
  const input = { key: `bench-${poolId}`.padEnd(12, '-'), poolId, nonce: `nonce-${memberId}` };
  for (let attempt = 0; attempt < busyTriesMax; attempt += 1) {
    const reply = await callAs(cloud, 'member', openid)('game.draw', input);
    if (reply.ok) return;
    if (reply.refusal.code !== 'busy.tryAgain') expectOk(reply);
  }
  throw new Error(`${openid} never got an answer`);
}
