import type { PoolRow } from '@shared/game/poolRow';
import type { Shop } from './openShop';

const dayMs = 86_400_000;
const programmeOffsetMs = 8 * 3_600_000;

/** What a test says of a draw; the rest is the same for all of them. */
export type Draw = Pick<PoolRow, 'id' | 'name' | 'face' | 'prizes' | 'tables'>;

/** A text that is the same in both languages. */
export const named = (text: string): { zh: string; en: string } => ({ zh: text, en: text });

/** Opens draws as an operator does, from yesterday on for some days. */
export async function publishDraws(shop: Shop, draws: readonly Draw[]): Promise<void> {
  const operator = await shop.signIn('operator');
  const moment = (ms: number): string => new Date(ms + programmeOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
  const now = Date.now();
  const rows = draws.map((each) => ({
    ...each,
    ...{ organiser: named('灯火会员'), rules: named('一次机会抽一次。'), perDay: 99 },
    ...{ opens: moment(now - dayMs), ends: moment(now + 9 * dayMs) },
  }));
  const acts = [
    ['store.apply', { section: 'pools', rows, dryRun: false, firstRow: 0 }],
    ...rows.map(({ id }) => ['game.publish', { poolId: id }] as const),
  ] as const;
  for (const [method, input] of acts) {
    expect(await operator.call('console', { method, input, device: 'test' })).toMatchObject({ ok: true });
  }
  // Instances keep what they know of draws for half a minute.
  await shop.advanceClock(31_000);
}
