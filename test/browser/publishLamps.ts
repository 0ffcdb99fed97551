import type { Shop } from './openShop';

const dayMs = 86_400_000;
const programmeOffsetMs = 8 * 3_600_000;

/** Opens a draw that is sure to give a lamp, `sure-lamp`. */
export async function publishLamps(shop: Shop): Promise<void> {
  const operator = await shop.signIn('operator');
  const moment = (ms: number): string => new Date(ms + programmeOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
  const named = (text: string) => ({ zh: text, en: text });
  const now = Date.now();
  const lamps = {
    ...{ id: 'sure-lamp', name: named('有灯必得'), face: 'wheel', organiser: named('灯火会员'), rules: named('一次机会抽一次。') },
    ...{ opens: moment(now - dayMs), ends: moment(now + 9 * dayMs), perDay: 9 },
    prizes: [
      { id: 'lamp', name: named('纸灯笼'), award: { kind: 'goods' }, valueFen: 9_000, stock: 5 },
      { id: 'thanks', name: named('谢谢参与'), award: { kind: 'thanks' } },
    ],
    tables: [{ total: 1, rows: [{ prize: 'lamp', weight: 1 }], fallback: 'thanks' }],
  };
  const filed = { section: 'pools', rows: [lamps], dryRun: false, firstRow: 0 };
  const acts = [
    ['store.apply', filed],
    ['game.publish', { poolId: lamps.id }],
  ] as const;
  for (const [method, input] of acts) {
    expect(await operator.call('console', { method, input, device: 'test' })).toMatchObject({ ok: true });
  }
  // Instances keep what they know of draws for half a minute.
  await shop.advanceClock(31_000);
}
