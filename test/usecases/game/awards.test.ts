import { openShop, type TestShop } from '../openShop';
import { always, fairRow, openFair, player } from './openFair';

// One instance of each function, so that it is known to hold settings and pools when operations are counted.
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(1);
  const coupon = { id: 'five', name: named('five off'), benefit, validity: { kind: 'relative', days: 10 }, perMember: 9, claim: 'grant' };
  const pack = { id: 'foot', name: named('foot baths'), points: 500, stock: 1, kind: 'pack', pack: { theme: 'health', uses: 3, days: 30 } };
  await apply('coupons', [coupon]);
  await apply('rewards', [pack]);
});
afterAll(() => shop.close());

const operationsMax = 11;
const named = (text: string) => ({ zh: text, en: text });
const benefit = { kind: 'amountOff', thresholdFen: 0, offFen: 500 };
const extra = (prize: (typeof fairRow.prizes)[number]) => [...fairRow.prizes, prize];
const ticket = { id: 'ticket', name: { zh: '券', en: 'ticket' }, award: { kind: 'voucher', coupon: 'five' }, valueFen: 500 } as const;
const baths = { id: 'baths', name: { zh: '足浴', en: 'baths' }, award: { kind: 'pack', reward: 'foot' }, valueFen: 9_000 } as const;

async function apply(section: 'coupons' | 'rewards' | 'pools', rows: readonly object[]) {
  const report = await shop.must('operator-1', 'console', 'store.apply', { section, rows: [...rows], dryRun: false, firstRow: 0 });
  return report.rows.map(({ refusal }) => refusal?.code ?? 'taken');
}

const draw = (person: string, poolId: string, tap = 'first') =>
  shop.must(person, 'member', 'game.draw', { key: `${tap}-tap-of-${person}`, poolId, nonce: `nonce-of-${person}` });

const taps = 9;

/** What a draw costs as a rule: the middle of several, since now and then one looks where free units are, which then holds for many. */
async function costOf(person: string, poolId: string): Promise<number> {
  for (let tap = 1; tap <= taps; tap += 1) await draw(person, poolId, `tap-${tap}`);
  const last = shop.cloud.lastInvocations().filter(({ functionName }) => functionName === 'member');
  const costs = last.slice(-taps).map(({ operations }) => operations);
  return costs.sort((one, other) => one - other)[Math.floor(taps / 2)] ?? 0;
}

test('a voucher that is won is in the wallet, once', async () => {
  await openFair(shop, { id: 'tickets', tables: always('ticket'), prizes: extra(ticket) });
  await player(shop, 'vera');
  const first = await draw('vera', 'tickets');
  expect(first).toMatchObject({ prize: { kind: 'voucher' }, reason: null });
  expect(await draw('vera', 'tickets')).toEqual(first);
  const { vouchers } = await shop.must('vera', 'member', 'voucher.mine', { tab: 'usable' });
  expect(vouchers).toMatchObject([{ voucherId: expect.stringMatching(/^five:.*:draw:/) as string, terms: { name: { en: 'five off' } } }]);
  const won = await shop.cloud.data.find('vouchers', { couponId: 'five' });
  expect(won).toMatchObject([{ source: expect.stringMatching(/^draw:/) as string }]);
});

test('a service pack that is won lies in the wallet on the terms that were frozen, and is used at the counter', async () => {
  await openFair(shop, { id: 'spa', tables: always('baths'), prizes: extra({ ...baths, stock: 2 }) });
  const shorter = {
    id: 'foot',
    name: { zh: 'foot', en: 'foot' },
    points: 500,
    stock: 1,
    kind: 'pack',
    pack: { theme: 'health', uses: 1, days: 2 },
  };
  expect(await apply('rewards', [shorter])).toEqual(['taken']);
  await player(shop, 'pia');
  const won = await draw('pia', 'spa');
  expect(won).toMatchObject({
    prize: { kind: 'pack' },
    pickupCode: null,
    unitId: null,
    packId: expect.stringMatching(/^spa\.baths#/) as string,
  });
  const { packs } = await shop.must('pia', 'member', 'voucher.packs', {});
  expect(packs).toMatchObject([{ packId: won.packId, uses: 3, left: 3 }]);
  const code = packs[0]?.code ?? '';
  await shop.must('clerk-west', 'staff', 'voucher.redeem', { key: 'first-foot-bath', code });
  expect(await shop.must('pia', 'member', 'voucher.packs', {})).toMatchObject({ packs: [{ left: 2 }] });
});

test('without units a pack goes by its draw, so that the same tap opens one', async () => {
  await openFair(shop, { id: 'baths', tables: always('baths'), prizes: extra(baths) });
  await player(shop, 'paul');
  const won = await draw('paul', 'baths');
  expect((await draw('paul', 'baths')).packId).toBe(won.packId);
  expect((await shop.must('paul', 'member', 'voucher.packs', {})).packs).toHaveLength(1);
});

test('a coupon that a pool promises stays as it is until the pool is over', async () => {
  const now = { id: 'five', name: named('five off'), benefit, validity: { kind: 'relative', days: 10 }, perMember: 9, claim: 'grant' };
  await openFair(shop, { id: 'keeps', tables: always('ticket'), prizes: extra(ticket), ends: '2026-11-24 22:00' });
  const changes = [
    { benefit: { ...benefit, offFen: 100 } },
    { validity: { kind: 'relative', days: 1 } },
    { active: false },
    { total: 5 },
    { giftable: false },
  ];
  for (const change of changes) expect(await apply('coupons', [{ ...now, ...change }])).toEqual(['row.promised']);
  expect(
    await apply('coupons', [
      { ...now, name: named('five yuan off') },
      { ...now, id: 'other' },
    ]),
  ).toEqual(['taken', 'taken']);
  const revoke = () => shop.call('operator-1', 'console', 'voucher.revokeCoupon', { couponId: 'five', reason: 'a mistake' });
  expect(await revoke()).toMatchObject({ refusal: { code: 'voucher.promised', args: { pool: expect.any(String) as string } } });
  for (const poolId of ['keeps', 'tickets']) await shop.must('operator-1', 'console', 'game.stop', { poolId, reason: 'the end' });
  expect(await apply('coupons', [{ ...now, validity: { kind: 'relative', days: 12 } }])).toEqual(['taken']);
});

test('vouchers that lapse on a fixed day are promised up to that day, also when a pool’s end is moved', async () => {
  const fixed = { id: 'dated', name: named('dated'), benefit, validity: { kind: 'fixed', from: '2026-11-20', to: '2026-11-25' } };
  expect(await apply('coupons', [{ ...fixed, perMember: 9, claim: 'grant' }])).toEqual(['taken']);
  const prizes = extra({ ...ticket, award: { kind: 'voucher', coupon: 'dated' } });
  const pool = { ...fairRow, id: 'dated', prizes, tables: always('ticket') };
  expect(await apply('pools', [{ ...pool, ends: '2026-11-26 00:01' }])).toEqual(['taken']);
  const publish = () => shop.call('operator-1', 'console', 'game.publish', { poolId: 'dated' });
  expect(await publish()).toMatchObject({ refusal: { code: 'pool.couponLapses', args: { coupon: 'dated' } } });
  expect(await apply('pools', [{ ...pool, ends: '2026-11-26 00:00' }])).toEqual(['taken']);
  expect(await publish()).toMatchObject({ ok: true });
  const later = { poolId: 'dated', ends: '2026-11-27 00:00', stock: [] };
  expect(await shop.call('operator-1', 'console', 'game.revise', later)).toMatchObject({ refusal: { code: 'pool.couponLapses' } });
});

test('a pool that promises a pack which there is not is refused as it is filed', async () => {
  const prizes = extra({ ...baths, award: { kind: 'pack', reward: 'sticker' } });
  expect(await apply('pools', [{ ...fairRow, id: 'none', prizes }])).toEqual(['row.unknownReward']);
});

test.each([
  ['points', fairRow.prizes, 'points'],
  ['goods', fairRow.prizes.map((prize) => (prize.id === 'lamp' ? { ...prize, stock: 40 } : prize)), 'lamp'],
  ['a voucher of its own units', extra({ ...ticket, stock: 40 }), 'ticket'],
  ['a service pack of its own units', extra({ ...baths, stock: 40 }), 'baths'],
])('a draw that gives %s takes at most eleven operations', async (what, prizes, prize) => {
  const id = `counted-${prize}`;
  await openFair(shop, { id, prizes, tables: always(prize) });
  const person = `counting-${what.replaceAll(' ', '-')}`;
  await player(shop, person, taps);
  expect(await costOf(person, id)).toBeLessThanOrEqual(operationsMax);
});

test('a lamp that is won and waits is told of, as the result of its draw', async () => {
  await openFair(shop, { id: 'told', tables: always('lamp') });
  const memberId = await player(shop, 'tom');
  await draw('tom', 'told');
  await shop.cloud.runTimer('jobs', 'pickupReady');
  await shop.cloud.runTimer('jobs', 'pickupReady');
  expect(await shop.cloud.data.find('outbox', { memberId, kind: { $in: ['drawResult', 'pickupReady'] } })).toMatchObject([
    { kind: 'drawResult', facts: { nameEn: 'fair', prizeEn: 'lamp' }, state: 'waiting' },
  ]);
});
