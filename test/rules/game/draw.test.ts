import fc from 'fast-check';
import { afterDraw, mayDraw, newDrawer, planDraw } from '@shared/game/decideDraw';
import { drawerOf, drawNumber, pickOf } from '@shared/game/pick';
import { nextReleaseAt, releasedAt } from '@shared/game/units';
import { fair, opensAt, pickInWholeNumbers, playPool, secret } from './playPool';

const proving = process.env['LANTERN_PROVE'] === '1';
const draws = proving ? 1_000_000 : 10_000;
// What χ² with 3 and with 19 degrees of freedom exceeds once in a million.
const chiSquareOf3 = 30.66;
const chiSquareOf19 = 63.4;
const hourMs = 3_600_000;
const [table] = fair.tables;
if (table === undefined) throw new Error('The fair has a table');

test('a pick is floor(x × W ÷ 2^48) to the last bit, for any number and any table', () => {
  const hex = fc.stringMatching(/^[0-9a-f]{12}$/);
  fc.assert(
    fc.property(hex, fc.integer({ min: 1, max: 1_000_000 }), (x, total) => {
      expect(pickOf(x, total)).toBe(Number((BigInt(`0x${x}`) * BigInt(total)) / 2n ** 48n));
    }),
  );
});

test('a pick is exact where doubles are not: at the edges of a table', () => {
  const wrongInDoubles = Array.from({ length: 1000 }, (_, k) => {
    const total = 1_000_000 - k;
    // The smallest x whose pick is the last of the table.
    const edge = ((BigInt(total - 1) * 2n ** 48n + BigInt(total) - 1n) / BigInt(total)).toString(16).padStart(12, '0');
    const below = (BigInt(`0x${edge}`) - 1n).toString(16).padStart(12, '0');
    expect([pickOf(edge, total), pickOf(below, total)]).toEqual([total - 1, total - 2]);
    return Math.floor(parseInt(below, 16) * (total / 2 ** 48)) !== total - 2;
  });
  expect(wrongInDoubles).toContain(true);
});

test('the number is made of secret, pool, revision, drawer, counter and nonce, each of which matters', () => {
  const ticket = { poolId: 'fair', revision: 2, drawer: drawerOf('m1', 'fair'), counter: 3, nonce: 'nonce' };
  const x = drawNumber(secret, ticket);
  expect(x).toMatch(/^[0-9a-f]{12}$/);
  expect(pickOf(x, 1000)).toBe(pickInWholeNumbers(`v1|fair|2|${ticket.drawer}|3|nonce`, 1000));
  const others = [{ poolId: 'fare' }, { revision: 3 }, { drawer: drawerOf('m2', 'fair') }, { counter: 4 }, { nonce: 'once' }];
  expect(new Set([x, ...others.map((other) => drawNumber(secret, { ...ticket, ...other }))]).size).toBe(others.length + 1);
});

test('a drawer is the SHA-256 of member and pool', () => {
  expect(drawerOf('abc', 'fair')).toBe('08b5c9d286eb09a34ade54ca275cab0dba447cf6b8d01efe4fb0861572f8157e');
});

test(`${draws} draws fall as the published table says (χ², one in a million), over prizes and over members, guarantee and limits held`, () => {
  const byPrize = new Map<string, number>();
  const byMember = new Map<number, number>();
  const members = 20;
  const states = drawers.map((_, member) => newDrawer(`m${member}`, 'fair', ''));
  const broken: string[] = [];
  for (let index = 0; index < draws; index += 1) {
    const member = index % members;
    const state = states[member] ?? newDrawer('', 'fair', '');
    const ticket = { poolId: 'fair', revision: 1, drawer: drawers[member] ?? '', counter: state.counter, nonce: `n${index}` };
    const { picked, given, reason } = planDraw(fair, table, state, drawNumber(secret, ticket));
    byPrize.set(picked.id, (byPrize.get(picked.id) ?? 0) + 1);
    if (picked.id !== 'thanks') byMember.set(member, (byMember.get(member) ?? 0) + 1);
    const due = state.misses >= (fair.guarantee?.misses ?? 0);
    if (due !== (reason === 'guarantee') || (due && given.id !== fair.guarantee?.prizeId)) broken.push(`guarantee at ${index}`);
    const next = afterDraw(state, given, reason, '');
    if (next.misses > (fair.guarantee?.misses ?? 0) || (next.won['mug'] ?? 0) > 1) broken.push(`limits at ${index}`);
    states[member] = next;
  }
  expect(broken).toEqual([]);
  expect(states.every((state) => state.won['mug'] === 1)).toBe(true);
  const overPrizes = table.rows.map(({ prizeId, weight }) => [byPrize.get(prizeId) ?? 0, (draws * weight) / table.total] as const);
  const each = (draws * 0.4) / members;
  // What a member wins is a sum of yes and no at 40 %, so its variance is 60 % of its mean.
  const overMembers = Array.from({ length: members }, (_, member) => [byMember.get(member) ?? 0, each] as const);
  expect(chiSquare(overPrizes)).toBeLessThan(chiSquareOf3);
  expect(chiSquare(overMembers) / 0.6).toBeLessThan(chiSquareOf19);
});
const drawers = Array.from({ length: 20 }, (_, member) => drawerOf(`m${member}`, 'fair'));

function chiSquare(pairs: readonly (readonly [seen: number, expected: number])[]): number {
  return pairs.reduce((sum, [seen, expected]) => sum + (seen - expected) ** 2 / expected, 0);
}

test('the guarantee is met whenever it is due, and never before', () => {
  const { draws: records } = playPool(fair, 3000, 40);
  const due = records.filter((record) => record.misses >= 5);
  expect(due.length).toBeGreaterThan(0);
  expect(due.filter((record) => record.reason !== 'guarantee' || record.given !== 'points')).toEqual([]);
  expect(records.filter((record) => record.reason === 'guarantee' && record.misses < 5)).toEqual([]);
  expect(Math.max(...records.map((record) => record.misses))).toBe(5);
});

test('no member wins a limited prize more often than they may, and no unit goes twice or before its hour', () => {
  const { draws: records, units } = playPool(fair, 3000, 40);
  const mugs = records.filter((record) => record.given === 'mug').map((record) => record.drawer);
  expect(new Set(mugs).size).toBe(mugs.length);
  expect(records.some((record) => record.reason === 'limit')).toBe(true);
  expect(new Set(units.map((unit) => unit.id)).size).toBe(units.length);
  const early = units.filter((unit) => unit.store === 'fair.lamp' && unit.n > 3 * (Math.floor((unit.at - opensAt) / hourMs) + 1));
  expect(early).toEqual([]);
  expect(new Set(records.map((record) => record.reason))).toEqual(new Set([null, 'guarantee', 'limit', 'stock', 'hour']));
});

test('units are released at the opening and with each hour, what is left staying', () => {
  const lamp = { stock: 12, perHour: 5 };
  const at = (ms: number): number => releasedAt(lamp, opensAt, opensAt + ms);
  expect([at(-1), at(0), at(hourMs - 1), at(hourMs), at(2 * hourMs), at(9 * hourMs)]).toEqual([0, 5, 5, 10, 12, 12]);
  expect(nextReleaseAt(lamp, opensAt, opensAt + hourMs)).toBe(opensAt + 2 * hourMs);
  expect(nextReleaseAt(lamp, opensAt, opensAt + 2 * hourMs)).toBeNull();
});

test('a guarantee that is due comes before the member’s limit', () => {
  const mugAlways = { ...table, rows: [{ prizeId: 'mug', weight: 1000 }] };
  const state = { ...newDrawer('m', 'fair', ''), won: { mug: 1 } };
  const content = { ...fair, guarantee: { misses: 2, prizeId: 'mug', reserve: 1 } };
  expect(planDraw(content, mugAlways, state, '000000000000')).toMatchObject({ reason: 'limit', given: { id: 'thanks' } });
  expect(planDraw(content, mugAlways, { ...state, misses: 2 }, '000000000000')).toMatchObject({
    reason: 'guarantee',
    given: { id: 'mug' },
  });
});

const now = { tier: 'firefly', at: opensAt, today: '2026-11-22', stopped: false } as const;
const state = newDrawer('m', 'fair', '2026-11-22');

test.each([
  ['draw.stopped', fair, state, { ...now, stopped: true }],
  ['draw.notOpen', fair, state, { ...now, at: opensAt - 1 }],
  ['draw.ended', fair, state, { ...now, at: fair.endsAt }],
  ['draw.tier', { ...fair, tables: [{ ...table, tierIds: ['galaxy' as const] }] }, state, now],
  ['draw.dayLimit', { ...fair, perDayMax: 2 }, { ...state, dayDraws: 2 }, now],
  ['draw.memberLimit', { ...fair, perMemberMax: 9 }, { ...state, counter: 9 }, now],
])('refuses with %s before anything is spent', (code, content, drawer, setting) => {
  expect(mayDraw(content, drawer, setting)).toMatchObject({ ok: false, refusal: { code } });
  expect(mayDraw(fair, state, now).ok).toBe(true);
});
