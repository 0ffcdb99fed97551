import { createHash } from 'node:crypto';
import { canonicalText } from '@shared/kernel/digest';
import { dayMs } from '@shared/kernel/time';
import type { DrawRecord } from '@shared/game/drawTypes';
import { verifyPool, type PoolExport, type TakenUnit } from '@shared/game/verifyPool';
import type { ExportPage } from '@shared/game/gameConsole';
import { openShop, type TestShop } from '../openShop';
import { always, fairRow, openFair, player } from './openFair';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(3);
});
afterAll(() => shop.close());

const publish = (poolId: string) => shop.call('operator-1', 'console', 'game.publish', { poolId });
const close = (poolId: string) => shop.call('operator-1', 'console', 'game.close', { poolId });
const file = (row: object) =>
  shop.must('operator-1', 'console', 'store.apply', { section: 'pools', rows: [row], dryRun: false, firstRow: 0 });

const [table] = fairRow.tables;
const [lamp, points, thanks] = fairRow.prizes;

test.each<[string, object]>([
  ['pool.oddsSum', { tables: [{ ...table, total: 11 }] }],
  ['pool.prizeUnknown', { tables: [{ ...table, fallback: 'nothing' }] }],
  [
    'pool.prizeRepeated',
    {
      tables: [
        {
          ...table,
          total: 2,
          rows: [
            { prize: 'thanks', weight: 1 },
            { prize: 'thanks', weight: 1 },
          ],
        },
      ],
    },
  ],
  ['pool.tableTiers', { tables: [table, { ...table, tiers: ['galaxy'] }] }],
  ['pool.prizeTooDear', { prizes: [{ ...lamp, valueFen: 5_000_001 }, points, thanks] }],
  ['pool.prizeTooDear', { prizes: [lamp, { ...points, award: { kind: 'points', points: 1_000_000 }, valueFen: 5_000_001 }, thanks] }],
  ['pool.valueMissing', { prizes: [{ ...lamp, valueFen: 0 }, points, thanks] }],
  ['pool.prizeStock', { prizes: [{ ...lamp, stock: undefined }, points, thanks] }],
  ['pool.fallbackLimited', { tables: [{ ...table, fallback: 'lamp' }] }],
  ['pool.guaranteeUncovered', { guarantee: { misses: 3, prize: 'lamp', reserve: 9 } }],
  ['pool.guaranteeUncovered', { draws: 28, guarantee: { misses: 3, prize: 'lamp', reserve: 9 } }],
  ['pool.coupon', { prizes: [lamp, { ...points, award: { kind: 'voucher', coupon: 'no-such' } }, thanks] }],
  ['pool.costUnknown', { budgetFen: 100_000 }],
  ['pool.overBudget', { budgetFen: 60_000, draws: 1000 }],
  ['pool.period', { ends: '2026-11-22 09:00' }],
])('is not published with %s, and says so', async (code, change) => {
  await file({ ...fairRow, id: 'draft', ...change });
  expect(await publish('draft')).toMatchObject({ refusal: { code } });
  expect((await shop.must('operator-1', 'console', 'game.check', { poolId: 'draft' })).hindrances).toMatchObject([{ code }]);
});

test('a guarantee from reserved units is published once all draws together cannot use them up, with what it can cost', async () => {
  await file({ ...fairRow, id: 'draft', draws: 27, guarantee: { misses: 3, prize: 'lamp', reserve: 9 } });
  const cost = await shop.must('operator-1', 'console', 'game.check', { poolId: 'draft' });
  // Of 1 + 0.4 + 0.16 + 0.064 draws 0.064 are guaranteed: 3.94 % cost 20 000 fen, the others 6 006.
  expect(cost).toEqual({ hindrances: [], expectedFen: 177_053, worstFen: 12 * 20_000 + 27 * 20 });
});

test('what is published is what anybody reads, frozen under its hash; the file changes it no more', async () => {
  const receipt = await openFair(shop, { id: 'open' });
  const view = await shop.must('somebody', 'member', 'game.pool', { poolId: 'open' });
  expect(view.card.mine).toBeNull();
  expect(view.content.tables[0]?.rows).toEqual(fairRow.tables[0]?.rows.map(({ prize, weight }) => ({ prizeId: prize, weight })));
  const [revision] = view.revisions;
  const frozen = canonicalText({ poolId: 'open', revision: 1, content: view.content });
  expect(revision?.hash).toBe(createHash('sha256').update(frozen).digest('hex'));
  expect(receipt.hash).toBe(revision?.hash);
  expect(view).toMatchObject({ secret: null, closing: null, left: { lamp: 3 } });
  const report = await file({ ...fairRow, id: 'open', perDay: 2 });
  expect(report.rows[0]).toMatchObject({ result: 'refused', refusal: { code: 'row.termsFrozen' } });
  expect((await file({ ...fairRow, id: 'open' })).rows[0]).toMatchObject({ result: 'unchanged' });
});

test('the secret lies in the database sealed only, and is not told before the end', async () => {
  const [pool] = await shop.cloud.data.find('pools', { _id: 'open' }, { limit: 1 });
  expect(JSON.stringify(pool)).not.toMatch(/"secret":"/);
  expect(String(pool?.['sealedSecret'])).toMatch(/^[\w+/=]+\.[\w+/=]+\.[\w+/=]+$/);
});

test('publishing again, also at the same time, changes nothing', async () => {
  const before = await shop.must('operator-1', 'console', 'game.publish', { poolId: 'open' });
  await file({ ...fairRow, id: 'twice' });
  const both = await Promise.all([publish('twice'), publish('twice')]);
  const hashes = both.map((answer) => (answer.ok ? answer.value.secretHash : 'refused'));
  expect(new Set(hashes).size).toBe(1);
  expect(await shop.must('operator-1', 'console', 'game.publish', { poolId: 'open' })).toEqual(before);
  expect(await shop.cloud.data.find('units', { rewardId: 'twice.lamp' }, { limit: 9 })).toHaveLength(3);
});

test('a published pool is bettered only, by a revision that leaves the earlier ones', async () => {
  const worse = (change: object) => shop.call('operator-1', 'console', 'game.revise', { poolId: 'open', stock: [], ...change });
  expect(await worse({ stock: [{ prizeId: 'lamp', stock: 2 }] })).toMatchObject({ refusal: { code: 'pool.notBetter' } });
  expect(await worse({ stock: [{ prizeId: 'points', stock: 9 }] })).toMatchObject({ refusal: { code: 'pool.notBetter' } });
  expect(await worse({ ends: '2026-11-29 22:00' })).toMatchObject({ refusal: { code: 'pool.notBetter' } });
  expect(await worse({})).toMatchObject({ refusal: { code: 'pool.notBetter' } });
  expect(await worse({ ends: '2026-12-01 22:00', stock: [{ prizeId: 'lamp', stock: 5 }] })).toMatchObject({
    ok: true,
    value: { revision: 2 },
  });
  shop.cloud.clock.advanceMs(31_000);
  const view = await shop.must('somebody', 'member', 'game.pool', { poolId: 'open' });
  expect(view.revisions.map((each) => each.content.prizes[0]?.stock)).toEqual([3, 5]);
  expect(view.left).toEqual({ lamp: 5 });
});

async function exported(poolId: string): Promise<PoolExport> {
  const read = async (part: 'draws' | 'units') => {
    const rows: { draws: DrawRecord[]; units: TakenUnit[] } = { draws: [], units: [] };
    for (let cursor: string | null | undefined; cursor !== null;) {
      const input = { poolId, part, ...(cursor === undefined ? {} : { cursor }) };
      const page: ExportPage = await shop.must('operator-1', 'console', 'game.export', input);
      rows.draws.push(...page.draws);
      rows.units.push(...page.units);
      cursor = page.next;
    }
    return rows;
  };
  const { head } = await shop.must('operator-1', 'console', 'game.export', { poolId, part: 'head' });
  if (head === null) throw new Error('The export has a head');
  return { ...head, draws: (await read('draws')).draws, units: (await read('units')).units };
}

test('after its end a pool closes by itself, and its archive recomputes to the last draw', async () => {
  const people = ['ann', 'ben', 'cai', 'dan'];
  for (const openid of people) await player(shop, openid, 12);
  for (const openid of people) {
    for (let index = 0; index < 12; index += 1) {
      await shop.must(openid, 'member', 'game.draw', { key: `tap-${openid}-${index}`, poolId: 'open', nonce: `nonce-${openid}-${index}` });
    }
  }
  expect(await close('open')).toMatchObject({ refusal: { code: 'pool.notEnded' } });
  shop.cloud.clock.advanceMs(12 * dayMs);
  await Promise.all([shop.cloud.runTimer('jobs', 'closePools'), shop.cloud.runTimer('jobs', 'closePools')]);
  const archive = await exported('open');
  expect(archive.draws).toHaveLength(48);
  expect(archive.draws.some((draw) => draw.reason === 'stock')).toBe(true);
  expect(JSON.stringify(archive)).not.toContain('memberId');
  expect(verifyPool(archive)).toEqual({ draws: 48, problem: null });
  const [first, ...rest] = archive.draws;
  if (first === undefined) throw new Error('There are draws');
  const altered = verifyPool({ ...archive, draws: [{ ...first, nonce: 'chosen-later' }, ...rest] });
  expect(altered.problem).toEqual({ what: 'number', draw: { drawer: first.drawer, counter: 0 } });
});

test('members read their own draws with the secret, and everybody the masked winners', async () => {
  shop.cloud.clock.advanceMs(31_000);
  const view = await shop.must('ann', 'member', 'game.pool', { poolId: 'open' });
  expect(view).toMatchObject({
    card: { phase: 'closed' },
    secret: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    closing: { draws: 48 },
  });
  const mine = await shop.must('ann', 'member', 'game.myDraws', { poolId: 'open' });
  expect(mine.draws.map((draw) => draw.counter)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  const others = await shop.must('ben', 'member', 'game.myDraws', { poolId: 'open' });
  expect(others.draws[0]?.drawer).not.toBe(mine.draws[0]?.drawer);
  const page = await shop.must('somebody', 'member', 'game.winners', { poolId: 'open' });
  const rest = await shop
    .must('somebody', 'member', 'game.winners', { poolId: 'open', cursor: page.next ?? '' })
    .catch(() => ({ winners: [] }));
  const won = (await shop.cloud.data.find('draws', { poolId: 'open', won: true }, { limit: 99 })).length;
  expect(page.winners.length + rest.winners.length).toBe(won);
  expect(page.winners.filter(({ mask }) => !/^.?\*\*$/u.test(mask))).toEqual([]);
});

test('a pool that is stopped takes no draw, frees the chances bound to it, and closes a minute later', async () => {
  await openFair(shop, { id: 'stopped', tables: always('points'), opens: '2026-12-01 10:00', ends: '2027-01-30 22:00' });
  await openFair(shop, { id: 'going', tables: always('points'), opens: '2026-12-01 10:00', ends: '2027-01-30 22:00' });
  const memberId = await player(shop, 'bound');
  await shop.cloud.data.update('accounts', { _id: memberId }, { $set: { 'chances.0.poolId': 'stopped' } });
  const draw = (poolId: string, key: string) => shop.call('bound', 'member', 'game.draw', { key, poolId, nonce: 'nonce-bound' });
  expect(await draw('going', 'bound-tap-1')).toMatchObject({ refusal: { code: 'chance.none' } });
  await shop.must('operator-1', 'console', 'game.stop', { poolId: 'stopped', reason: 'a wrong picture' });
  shop.cloud.clock.advanceMs(31_000);
  expect(await draw('stopped', 'bound-tap-2')).toMatchObject({ refusal: { code: 'draw.stopped' } });
  expect(await draw('going', 'bound-tap-3')).toMatchObject({ ok: true });
  expect(await close('stopped')).toMatchObject({ refusal: { code: 'pool.notEnded' } });
  shop.cloud.clock.advanceMs(60_000);
  expect(await close('stopped')).toMatchObject({ ok: true, value: { state: 'stopped', closing: { draws: 0 } } });
});

test('winners stand in the list for two years, masked, and no longer', async () => {
  const count = async () => (await shop.must('somebody', 'member', 'game.winners', { poolId: 'open' })).winners.length;
  const [last] = (await shop.cloud.data.find('draws', { poolId: 'open', won: true }, { limit: 99 }))
    .map(({ at }) => Number(at))
    .sort((a, b) => b - a);
  shop.cloud.clock.setMs((last ?? 0) + 730 * dayMs);
  expect(await count()).toBeGreaterThan(0);
  shop.cloud.clock.setMs((last ?? 0) + 733 * dayMs);
  expect(await count()).toBe(0);
});
