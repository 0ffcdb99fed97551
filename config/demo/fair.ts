import type { LocalCloud } from '@localcloud/index';
import type { PoolRow } from '@shared/game/poolRow';
import { dayMs } from '@shared/kernel/time';
import { callAs } from './callAs';

const operator = 'demo-operator';
const programmeOffsetMs = 8 * 3_600_000;
const organiser = { zh: '灯火会员', en: 'Lantern' };
const times = [
  { zh: '一', en: 'once' },
  { zh: '两', en: 'twice' },
  { zh: '三', en: 'three times' },
] as const;

/** The rules of a draw in which one may draw so often a day. */
function rulesOf(perDay: 1 | 2 | 3): PoolRow['rules'] {
  const { zh, en } = times[perDay - 1] ?? times[0];
  return {
    zh: `每次抽奖用掉一次机会，每人每天最多${zh}次。实物凭取货码到任一门店领取；积分、机会和券立即到账。店员不参加。一切以本页冻结的规则为准。`,
    en:
      `Each draw uses one chance, ${en} a day at most. Goods are picked up in any shop with the pick-up code; points, chances and ` +
      'vouchers arrive at once. Staff do not take part. The rules frozen on this page are the ones that count.',
  };
}

/** The draws of the demo shop, by the day of its made-up past on which they are published; one a face, and one that is over. */
export const fairDays: Readonly<Record<number, string>> = { 16: 'mid-autumn', 24: 'lantern-wheel', 28: 'nine-lamps', 32: 'winter-scratch' };

/** Publishes the draw whose day it is, if any. Later days draw from the latest that was published. */
export async function openFair(cloud: LocalCloud, day: number, daysToGo: number): Promise<void> {
  const id = fairDays[day];
  if (id === undefined) return;
  const now = cloud.clock.nowMs();
  const ends = id === 'mid-autumn' ? now + 7 * dayMs : now + (daysToGo + 21) * dayMs;
  const call = callAs(cloud, 'console', operator);
  const rows = [{ ...pools[id], opens: moment(now), ends: moment(ends) }];
  for (const [method, input] of [
    ['store.apply', { section: 'pools', rows, dryRun: false, firstRow: 0 }],
    ['game.publish', { poolId: id }],
  ] as const) {
    const reply = await call(method, input);
    if (!reply.ok) throw new Error(`The demo's draw ${id} was refused: ${JSON.stringify(reply.refusal)}`);
  }
}

function moment(at: number): string {
  return new Date(at + programmeOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
}

type Draft = Omit<PoolRow, 'opens' | 'ends'>;
const thanks: PoolRow['prizes'][number] = { id: 'thanks', name: { zh: '谢谢参与', en: 'Thank you' }, award: { kind: 'thanks' } };
const points = (id: string, count: number): PoolRow['prizes'][number] => ({
  id,
  name: { zh: `${count} 积分`, en: `${count} points` },
  award: { kind: 'points', points: count },
  valueFen: count,
});
const again: PoolRow['prizes'][number] = {
  id: 'again',
  name: { zh: '再来一次', en: 'Another chance' },
  award: { kind: 'chance', count: 1 },
};
const goods = (id: string, zh: string, en: string, valueFen: number, stock: number): PoolRow['prizes'][number] => ({
  id,
  name: { zh, en },
  award: { kind: 'goods' },
  valueFen,
  stock,
});
const rows = (...weights: readonly (readonly [string, number])[]) => weights.map(([prize, weight]) => ({ prize, weight }));

const wheel = (id: string, zh: string, en: string): Draft => ({
  id,
  name: { zh, en },
  face: 'wheel',
  organiser,
  rules: rulesOf(3),
  perDay: 3,
  prizes: [
    { ...goods('lamp', '纸灯笼台灯', 'Paper lantern lamp', 12_800, 20), perHour: 1, memberMax: 1 },
    goods('tea', '桂花乌龙小罐', 'Osmanthus oolong tin', 2_800, 200),
    points('points-50', 50),
    points('points-10', 10),
    again,
    thanks,
  ],
  tables: [
    {
      total: 1000,
      rows: rows(['lamp', 8], ['tea', 72], ['points-50', 120], ['points-10', 300], ['again', 100], ['thanks', 400]),
      fallback: 'points-10',
    },
  ],
  guarantee: { misses: 5, prize: 'points-50' },
  budgetFen: 1_000_000,
  drawsExpected: 3000,
});

const pools: Readonly<Record<string, Draft>> = {
  'mid-autumn': wheel('mid-autumn', '月圆转盘', 'Full moon wheel'),
  'lantern-wheel': wheel('lantern-wheel', '灯会转盘', 'Lantern wheel'),
  'nine-lamps': {
    id: 'nine-lamps',
    name: { zh: '九盏灯', en: 'Nine lamps' },
    face: 'grid',
    organiser,
    rules: rulesOf(3),
    perDay: 3,
    prizes: [
      { ...goods('mug', '暖光马克杯', 'Warm light mug', 5_800, 40), memberMax: 1 },
      goods('cookie', '灯笼曲奇', 'Lantern cookies', 1_500, 300),
      { id: 'voucher-5', name: { zh: '满30减5券', en: '¥5 off ¥30' }, award: { kind: 'voucher', coupon: 'starlight' }, valueFen: 500 },
      points('points-88', 88),
      points('points-20', 20),
      points('points-5', 5),
      again,
      thanks,
    ],
    tables: [
      {
        tiers: ['firefly', 'candle'],
        total: 1000,
        rows: rows(
          ['mug', 15],
          ['cookie', 85],
          ['points-88', 50],
          ['points-20', 200],
          ['points-5', 300],
          ['voucher-5', 80],
          ['again', 50],
          ['thanks', 220],
        ),
        fallback: 'points-5',
      },
      {
        tiers: ['lantern', 'galaxy'],
        total: 1000,
        rows: rows(
          ['mug', 30],
          ['cookie', 120],
          ['points-88', 80],
          ['points-20', 250],
          ['points-5', 270],
          ['voucher-5', 100],
          ['again', 50],
          ['thanks', 100],
        ),
        fallback: 'points-5',
      },
    ],
  },
  'winter-scratch': {
    id: 'winter-scratch',
    name: { zh: '初雪刮刮卡', en: 'First snow scratch card' },
    face: 'scratch',
    organiser,
    rules: rulesOf(2),
    perDay: 2,
    prizes: [
      goods('tote', '灯笼帆布袋', 'Lantern tote bag', 3_900, 60),
      {
        ...{ id: 'tea-care', name: { zh: '茶疗养护三次', en: 'Three tea treatments' }, award: { kind: 'pack', reward: 'tea-care' } },
        ...{ valueFen: 18_000, stock: 5, memberMax: 1 },
      },
      points('points-30', 30),
      points('points-8', 8),
      thanks,
    ],
    tables: [
      { total: 100, rows: rows(['tote', 6], ['tea-care', 1], ['points-30', 24], ['points-8', 40], ['thanks', 29]), fallback: 'points-8' },
    ],
  },
};
