import type { LocalCloud } from '@localcloud/index';
import { dayMs } from '@shared/kernel/time';
import { callAs } from '../../config/demo/callAs';
import { openBench } from './openBench';
import { callTill, expectOk, openTill } from './openTill';
import { loadMembers, type BenchMember } from './people';
import { compared, figure, type Row } from './row';
import { burst, median, type Burst } from './timing';

/**
 * Rounds that only warm both sides up: a function is measured when its code has been compiled, as a busy shop's is. A command has long
 * ways, and takes some 3 500 calls of a worker until it costs what it will cost from then on; the bare operations are there far earlier.
 */
const warmUpRounds = 32;
const rounds = warmUpRounds + 8;
const membersPerRound = 240;
const clients = 16;
const unitsOnSale = 20_000;
const stickers = { zh: '贴纸', en: 'Sticker' };

/** One tap, and the bare operations it is held against. */
interface Tap {
  readonly name: 'checkin' | 'purchase' | 'redeem';
  readonly functionName: string;
  readonly perform: (cloud: LocalCloud, member: BenchMember, round: number) => Promise<void>;
  /** Done once a day only: a day passes between rounds. Otherwise none does, or later rounds would also release points. */
  readonly daily: boolean;
}

const taps: readonly Tap[] = [
  { name: 'checkin', functionName: 'member', perform: checkin, daily: true },
  { name: 'purchase', functionName: 'staff', perform: purchase, daily: false },
  { name: 'redeem', functionName: 'member', perform: redeem, daily: false },
];

/** Card, check-in, purchase and redeem: latency, calls a second, operations per tap, and the ratio to the same operations with no rules. */
export async function core(): Promise<readonly Row[]> {
  const { cloud, close } = await openBench();
  try {
    const people = await prepare(cloud);
    const rows: Row[] = [...(await cardRows(cloud, people.ours))];
    for (const tap of taps) rows.push(...(await tapRows(cloud, tap, people)));
    return rows;
  } finally {
    await close();
  }
}

/** Who taps, who does the same with no rules, and (one for each tap) whose documents those copy. */
interface People {
  readonly ours: readonly BenchMember[];
  readonly bares: readonly BenchMember[];
  readonly patterns: readonly BenchMember[];
}

async function prepare(cloud: LocalCloud): Promise<People> {
  await openTill(cloud);
  for (const rewardId of ['sticker', 'bare']) {
    const reward = {
      _id: rewardId,
      kind: 'goods',
      pack: null,
      name: stickers,
      detail: stickers,
      points: 10,
      stock: unitsOnSale,
      shopIds: [],
      active: true,
    };
    await cloud.data.insert('rewards', [reward]);
    const units = Array.from({ length: unitsOnSale }, (_, index) => ({
      _id: `${rewardId}#${index + 1}`,
      rewardId,
      n: index + 1,
      state: 'free',
    }));
    await cloud.data.load('units', units);
  }
  return {
    ours: await loadMembers(cloud, 'a', membersPerRound),
    bares: await loadMembers(cloud, 'b', membersPerRound),
    patterns: await loadMembers(cloud, 'p', taps.length),
  };
}

async function cardRows(cloud: LocalCloud, members: readonly BenchMember[]): Promise<readonly Row[]> {
  const show = async (member: BenchMember): Promise<unknown> =>
    expectOk(await callAs(cloud, 'member', member.openid)('member.home', { codeVersionHeld: 1 }));
  await burst(members, clients, show);
  const loaded = await burst(members, clients, show);
  const alone = await burst(members, 1, show);
  return [...loadRows('card', loaded, alone), figure('card.operations', operations(cloud, 'member'), 'operations')];
}

async function tapRows(cloud: LocalCloud, tap: Tap, { ours, bares, patterns }: People): Promise<readonly Row[]> {
  const pattern = patterns[taps.indexOf(tap)];
  if (pattern === undefined) throw new Error(`${tap.name} has no pattern member`);
  await tap.perform(cloud, pattern, -1);
  const measured: { ours: Burst; bare: Burst }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const beside = (member: BenchMember): Promise<void> => bare(cloud, tap.name, { ...member, round, patternId: pattern.memberId });
    const bareRound = (): Promise<Burst> => burst(bares, clients, beside);
    const ourRound = (): Promise<Burst> => burst(ours, clients, (member) => tap.perform(cloud, member, round));
    // Who goes first alternates, so that neither has the warmer half of the machine.
    const [first, second] = round % 2 === 0 ? [await bareRound(), await ourRound()] : [await ourRound(), await bareRound()];
    measured.push(round % 2 === 0 ? { bare: first, ours: second } : { ours: first, bare: second });
    if (tap.daily) cloud.clock.advanceMs(dayMs);
  }
  const warm = measured.slice(warmUpRounds);
  const alone = await burst(ours.slice(0, 100), 1, (member) => tap.perform(cloud, member, rounds));
  const used = operations(cloud, tap.functionName);
  cloud.clock.advanceMs(dayMs);
  const perSecond = median(warm.map((round) => round.ours.perSecond));
  const barePerSecond = median(warm.map((round) => round.bare.perSecond));
  const ratio = median(warm.map((round) => round.ours.perSecond / round.bare.perSecond));
  const load = { perSecond, medianMs: median(warm.map((each) => each.ours.medianMs)), p99Ms: median(warm.map((each) => each.ours.p99Ms)) };
  return [
    ...loadRows(tap.name, load, alone),
    figure(`${tap.name}.operations`, used, 'operations'),
    compared(`${tap.name}.overBare`, perSecond, barePerSecond, 'calls/s', ratio),
  ];
}

function loadRows(name: string, loaded: Burst, alone: Burst): readonly Row[] {
  return [
    figure(`${name}.perSecond`, loaded.perSecond, 'calls/s'),
    figure(`${name}.loaded.median`, loaded.medianMs, 'ms'),
    figure(`${name}.loaded.p99`, loaded.p99Ms, 'ms'),
    figure(`${name}.alone.median`, alone.medianMs, 'ms'),
    figure(`${name}.alone.p99`, alone.p99Ms, 'ms'),
  ];
}

/** Median operations of the function's last calls, counted at the gateway; the calls before were made one at a time. */
function operations(cloud: LocalCloud, functionName: string): number {
  const last = cloud.lastInvocations().filter((record) => record.functionName === functionName);
  return median(last.slice(-50).map((record) => record.operations));
}

async function bare(cloud: LocalCloud, kind: Tap['name'], what: BenchMember & { round: number; patternId: string }): Promise<void> {
  const unitNumber = 1 + Math.floor(Math.random() * unitsOnSale * 0.9);
  await cloud.call('bare', { kind, ...what, unitNumber }, { openid: what.openid });
}

async function checkin(cloud: LocalCloud, member: BenchMember, round: number): Promise<void> {
  expectOk(await callAs(cloud, 'member', member.openid)('checkin.perform', { key: `checkin-tap-${round}` }));
}

async function purchase(cloud: LocalCloud, member: BenchMember, round: number): Promise<void> {
  // So little while warming up that the day's cap stays far.
  const amountFen = round >= 0 && round < warmUpRounds ? 128 : 12_850;
  const lines = [{ categoryId: 'general', amountFen }];
  const input = { key: `purchase-tap-${round}`, visitId: member.visitId, orderNo: `A${round}-${member.memberId}`, lines };
  await callTill(cloud, 'purchase.confirm', input);
}

async function redeem(cloud: LocalCloud, member: BenchMember, round: number): Promise<void> {
  expectOk(await callAs(cloud, 'member', member.openid)('reward.redeem', { key: `redeem-tap-${round}`, rewardId: 'sticker' }));
}
