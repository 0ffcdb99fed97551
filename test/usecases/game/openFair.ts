import type { PoolRow } from '@shared/game/poolRow';
import type { PoolReceipt } from '@shared/game/gameConsole';
import type { TestShop } from '../openShop';

const named = (text: string) => ({ zh: text, en: text });

/** A pool of a lamp to pick up, points, and thanks, open from ten to the end of the month. */
export const fairRow: PoolRow = {
  id: 'fair',
  name: named('fair'),
  face: 'wheel',
  organiser: named('Lantern'),
  rules: named('One chance, one draw.'),
  opens: '2026-11-22 10:00',
  ends: '2026-11-30 22:00',
  perDay: 1000,
  prizes: [
    { id: 'lamp', name: named('lamp'), award: { kind: 'goods', shops: ['west'] }, valueFen: 20_000, stock: 3 },
    { id: 'points', name: named('points'), award: { kind: 'points', points: 20 }, valueFen: 20 },
    { id: 'thanks', name: named('thanks'), award: { kind: 'thanks' } },
  ],
  tables: [
    {
      total: 10,
      rows: [
        { prize: 'lamp', weight: 3 },
        { prize: 'points', weight: 3 },
        { prize: 'thanks', weight: 4 },
      ],
      fallback: 'thanks',
    },
  ],
};

/** A table in which one prize is certain. */
export const always = (prize: string, fallback = 'thanks'): PoolRow['tables'] => [{ total: 1, rows: [{ prize, weight: 1 }], fallback }];

/** Files a pool and publishes it. */
export async function openFair(shop: TestShop, change: Partial<PoolRow> & { readonly id: string }): Promise<PoolReceipt> {
  const rows = [{ ...fairRow, ...change }];
  const report = await shop.must('operator-1', 'console', 'store.apply', { section: 'pools', rows, dryRun: false, firstRow: 0 });
  if (report.rows[0]?.refusal !== undefined) throw new Error(`The pool was refused: ${JSON.stringify(report.rows[0])}`);
  const receipt = await shop.must('operator-1', 'console', 'game.publish', { poolId: change.id });
  // Instances keep what they know of pools for half a minute.
  shop.cloud.clock.advanceMs(31_000);
  return receipt;
}

/** Lets somebody join and gives them chances, past the rules' ways of earning them. */
export async function player(shop: TestShop, openid: string, chances = 1): Promise<string> {
  await shop.join(openid);
  const [member] = await shop.cloud.data.find('members', { _id: openid }, { limit: 1 });
  const memberId = member?.['memberId'] as string;
  const lot = { id: 'quiz:test', source: 'quiz', poolId: null, left: chances, expiresOn: '2027-12-31' };
  await shop.cloud.data.update('accounts', { _id: memberId }, { $set: { chances: [lot], chanceSeq: 1 } });
  const entry = {
    _id: `${memberId}:quiz:test`,
    accountId: memberId,
    seq: 1,
    kind: 'quiz',
    source: 'test',
    lot: lot.id,
    delta: chances,
    at: 0,
  };
  await shop.cloud.data.insert('chanceEntries', [{ ...entry, day: '2026-11-22' }]);
  return memberId;
}
