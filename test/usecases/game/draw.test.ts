import { addDays, dayOf, startOfDayMs } from '@shared/kernel/time';
import { openShop, type TestShop } from '../openShop';
import { always, openFair, player } from './openFair';

const offsetMinutes = 480;

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(4);
});
afterAll(() => shop.close());

const tap = (openid: string, poolId: string, key: string, nonce = 'nonce-of-the-phone') =>
  shop.call(openid, 'member', 'game.draw', { key, poolId, nonce });
const drawsOf = (poolId: string) => shop.cloud.data.find('draws', { poolId }, { limit: 1000 });
const chancesOf = async (memberId: string) => {
  const [account] = await shop.cloud.data.find('accounts', { _id: memberId }, { limit: 1 });
  return (account?.['chances'] as { left: number }[]).reduce((sum, lot) => sum + lot.left, 0);
};

test('one chance gives one draw, whose prize is in the wallet with it', async () => {
  await openFair(shop, { id: 'sweets', tables: always('points') });
  const memberId = await player(shop, 'sweet', 2);
  const first = await shop.must('sweet', 'member', 'game.draw', { key: 'sweet-tap-1', poolId: 'sweets', nonce: 'nonce-sweet-1' });
  expect(first).toMatchObject({
    prize: { id: 'points', kind: 'points' },
    amount: 20,
    reason: null,
    available: 70,
    mine: { chances: 1, drawn: 1 },
  });
  const { lines } = await shop.must('sweet', 'member', 'ledger.statement', {});
  expect(lines[0]).toMatchObject({ kind: 'prize', availableDelta: 20, note: { prizeEn: 'points' } });
  expect(await chancesOf(memberId)).toBe(1);
});

test('the same tap sent again gives the same draw, with other content it is refused', async () => {
  const again = await tap('sweet', 'sweets', 'sweet-tap-1', 'nonce-sweet-1');
  expect(again).toMatchObject({ ok: true, value: { counter: 0, mine: { chances: 1 } } });
  expect(await tap('sweet', 'sweets', 'sweet-tap-1', 'another-nonce')).toMatchObject({ refusal: { code: 'key.reused' } });
  expect(await drawsOf('sweets')).toHaveLength(1);
});

test('somebody else’s key is a key of one’s own', async () => {
  await player(shop, 'other');
  expect(await tap('other', 'sweets', 'sweet-tap-1', 'nonce-sweet-1')).toMatchObject({ ok: true, value: { counter: 0 } });
  expect(new Set((await drawsOf('sweets')).map((draw) => draw['drawer'])).size).toBe(2);
});

test('taps in parallel spend one chance once', async () => {
  const memberId = await player(shop, 'hasty');
  const taps = await Promise.all([0, 1, 2, 3, 4, 5].map((index) => tap('hasty', 'sweets', `hasty-tap-${index}`)));
  expect(taps.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await chancesOf(memberId)).toBe(0);
  expect(await tap('hasty', 'sweets', 'hasty-tap-9')).toMatchObject({ refusal: { code: 'chance.none' } });
});

test('goods won are a pick-up, handed over once in their shop, and shown among the member’s pick-ups', async () => {
  await openFair(shop, { id: 'lamps', tables: always('lamp') });
  await player(shop, 'lucky');
  const won = await shop.must('lucky', 'member', 'game.draw', { key: 'lucky-tap', poolId: 'lamps', nonce: 'nonce-lucky' });
  const { pickups } = await shop.must('lucky', 'member', 'reward.mine', {});
  expect(pickups).toMatchObject([
    { name: { en: 'lamp' }, pickupCode: won.pickupCode, state: 'redeemed', shopNames: [{ en: 'West Lake' }] },
  ]);
  const pickupCode = won.pickupCode ?? '';
  expect(await shop.call('clerk-east', 'staff', 'reward.check', { pickupCode })).toMatchObject({ refusal: { code: 'pickup.otherShop' } });
  expect(await shop.must('clerk-west', 'staff', 'reward.check', { pickupCode })).toMatchObject({ name: { en: 'lamp' } });
  await shop.must('clerk-west', 'staff', 'reward.handOver', { key: 'hand-lamp-1', pickupCode });
  expect(await shop.call('clerk-west', 'staff', 'reward.handOver', { key: 'hand-lamp-2', pickupCode })).toMatchObject({
    refusal: { code: 'pickup.done' },
  });
  const repeated = await tap('lucky', 'lamps', 'lucky-tap', 'nonce-lucky');
  expect(repeated).toMatchObject({ ok: true, value: { pickupCode } });
});

test('the last unit wanted by many has one holder; everybody else gets the fallback, spends the chance and misses', async () => {
  await openFair(shop, { id: 'last', tables: always('lamp'), prizes: lampsOf(1) });
  const people = Array.from({ length: 24 }, (_, index) => `wanting-${index}`);
  for (const openid of people) await player(shop, openid);
  await Promise.all(people.map((openid) => insist(openid, 'last')));
  const draws = await drawsOf('last');
  expect(draws).toHaveLength(people.length);
  expect(draws.filter((draw) => draw['given'] === 'lamp')).toHaveLength(1);
  const gone = draws.filter((draw) => draw['given'] === 'thanks');
  expect(new Set(gone.map((draw) => draw['reason']))).toEqual(new Set(['stock']));
  const [holder] = draws.filter((draw) => draw['given'] === 'lamp');
  expect(gone.filter((draw) => Number(draw['goneAt']) < Number(holder?.['at']))).toEqual([]);
  expect(await shop.cloud.data.find('units', { rewardId: 'last.lamp' }, { limit: 9 })).toMatchObject([{ state: 'redeemed' }]);
});

test('each hour releases its portion, and what is out until then says so', async () => {
  const prizes = lampsOf(5).map((prize) => (prize.id === 'lamp' ? { ...prize, perHour: 2 } : prize));
  await openFair(shop, { id: 'hourly', opens: '2026-11-22 10:00', tables: always('lamp'), prizes });
  await player(shop, 'patient', 20);
  const given = async (count: number, round: string) => {
    for (let index = 0; index < count; index += 1) await insist('patient', 'hourly', `patient-${round}-${index}`);
    return (await drawsOf('hourly')).map((draw) => draw['reason'] ?? draw['given']).sort();
  };
  const opensAt = Date.UTC(2026, 10, 22, 2, 0);
  const released = 2 * (Math.floor((shop.cloud.clock.nowMs() - opensAt) / 3_600_000) + 1);
  expect(await given(4, 'one')).toEqual([...Array<string>(4 - released).fill('hour'), ...Array<string>(released).fill('lamp')]);
  shop.cloud.clock.setMs(opensAt + 3_600_000);
  expect((await given(4, 'two')).filter((what) => what === 'lamp')).toHaveLength(4);
  shop.cloud.clock.setMs(opensAt + 2 * 3_600_000);
  const all = await given(4, 'three');
  expect(all.filter((what) => what === 'lamp')).toHaveLength(5);
  expect(all.filter((what) => what === 'stock')).toHaveLength(3);
});

test('with an hour its portion is there at once for many who draw together, and not a moment before', async () => {
  const prizes = lampsOf(9).map((prize) => (prize.id === 'lamp' ? { ...prize, perHour: 3 } : prize));
  const hourMs = 3_600_000;
  const opensAt = Math.floor(shop.cloud.clock.nowMs() / hourMs) * hourMs;
  const opens = new Date(opensAt + offsetMinutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
  await openFair(shop, { id: 'turning', opens, tables: always('lamp'), prizes });
  const people = Array.from({ length: 24 }, (_, index) => `turning-${index}`);
  for (const openid of people) await player(shop, openid);
  const lampsAfter = async (from: number, to: number, atMs: number): Promise<number> => {
    shop.cloud.clock.setMs(atMs);
    await Promise.all(people.slice(from, to).map((openid) => insist(openid, 'turning')));
    return (await drawsOf('turning')).filter((draw) => draw['given'] === 'lamp').length;
  };
  // Every instance has seen that all of this hour's are gone, and must not go by it in the next.
  expect(await lampsAfter(0, 12, opensAt + 2 * hourMs - 5_000)).toBe(6);
  expect(await lampsAfter(12, 24, opensAt + 2 * hourMs)).toBe(9);
});

test('a member’s limit gives the fallback, and the guarantee comes all the same when it is due', async () => {
  const prizes = lampsOf(9).map((prize) => (prize.id === 'lamp' ? { ...prize, memberMax: 1 } : prize));
  await openFair(shop, { id: 'limited', tables: always('lamp'), prizes, draws: 20, guarantee: { misses: 2, prize: 'lamp', reserve: 10 } });
  await player(shop, 'greedy', 5);
  for (let index = 0; index < 5; index += 1) await insist('greedy', 'limited', `greedy-tap-${index}`);
  const draws = (await drawsOf('limited')).sort((a, b) => Number(a['counter']) - Number(b['counter']));
  expect(draws.map((draw) => draw['reason'])).toEqual([null, 'limit', 'limit', 'guarantee', 'limit']);
  expect(draws.map((draw) => draw['given'])).toEqual(['lamp', 'thanks', 'thanks', 'lamp', 'thanks']);
  expect(draws[3]?.['unit']).toMatch(/^limited\.lamp\.reserve#/);
});

test('when all draws of a pool are made the next is refused and spends nothing', async () => {
  await openFair(shop, { id: 'short', tables: always('points'), draws: 2 });
  const memberId = await player(shop, 'late', 4);
  for (let index = 0; index < 3; index += 1) await insist('late', 'short', `late-tap-${index}`);
  expect(await drawsOf('short')).toHaveLength(2);
  expect(await tap('late', 'short', 'late-tap-9')).toMatchObject({ refusal: { code: 'draw.full', args: { max: 2 } } });
  expect(await chancesOf(memberId)).toBe(2);
});

test('staff, strangers and those above the day’s limit are refused, and nothing is spent', async () => {
  await openFair(shop, { id: 'daily', tables: always('points'), perDay: 1 });
  await player(shop, 'clerk-west');
  expect(await tap('clerk-west', 'daily', 'staff-tap-1')).toMatchObject({ refusal: { code: 'draw.staff' } });
  expect(await tap('stranger', 'daily', 'stranger-tap')).toMatchObject({ refusal: { code: 'member.unknown' } });
  const memberId = await player(shop, 'eager', 3);
  expect(await tap('eager', 'daily', 'eager-tap-1')).toMatchObject({ ok: true });
  expect(await tap('eager', 'daily', 'eager-tap-2')).toMatchObject({ refusal: { code: 'draw.dayLimit', args: { max: 1 } } });
  expect(await tap('eager', 'nowhere', 'eager-tap-3')).toMatchObject({ refusal: { code: 'pool.unknown' } });
  expect(await chancesOf(memberId)).toBe(2);
  // The day is the programme's: it ends at its midnight, not at UTC's and not a day after the draw.
  const midnight = startOfDayMs(addDays(dayOf(shop.cloud.clock.nowMs(), offsetMinutes), 1), offsetMinutes);
  shop.cloud.clock.setMs(midnight - 10_000);
  expect(await tap('eager', 'daily', 'eager-tap-4')).toMatchObject({ refusal: { code: 'draw.dayLimit' } });
  shop.cloud.clock.setMs(midnight);
  expect(await tap('eager', 'daily', 'eager-tap-5')).toMatchObject({ ok: true, value: { counter: 1, mine: { drawnToday: 1 } } });
});

test('what a phone claims of its draw is not even read: a number, a prize, a counter, a time, somebody else', async () => {
  const memberId = await player(shop, 'forger');
  const honest = { key: 'forger-tap-1', poolId: 'sweets', nonce: 'nonce-forger' };
  for (const claim of [{ x: '000000000000' }, { given: 'lamp' }, { counter: 7 }, { at: 0 }, { memberId: 'other' }, { openid: 'other' }]) {
    const forged = { method: 'game.draw', input: { ...honest, ...claim }, device: 'phone' };
    expect(await shop.cloud.call('member', forged, { openid: 'forger' })).toMatchObject({ refusal: { code: 'call.badInput' } });
  }
  expect(await chancesOf(memberId)).toBe(1);
});

test('a chance as a prize can be drawn with, and every chance and point is accounted for', async () => {
  const prizes = [...lampsOf(1), { id: 'again', name: { zh: 'again', en: 'again' }, award: { kind: 'chance', count: 1 } as const }];
  await openFair(shop, { id: 'again', tables: always('again'), prizes });
  const memberId = await player(shop, 'round');
  expect(await tap('round', 'again', 'round-tap-1')).toMatchObject({ ok: true, value: { amount: 1, mine: { chances: 1 } } });
  expect(await tap('round', 'again', 'round-tap-2')).toMatchObject({ ok: true, value: { counter: 1 } });
  expect(await chancesOf(memberId)).toBe(1);
  expect((await shop.reconcile()).differences).toEqual([]);
});

function lampsOf(stock: number) {
  const named = (text: string) => ({ zh: text, en: text });
  return [
    { id: 'lamp', name: named('lamp'), award: { kind: 'goods' as const }, valueFen: 20_000, stock },
    { id: 'points', name: named('points'), award: { kind: 'points' as const, points: 20 }, valueFen: 20 },
    { id: 'thanks', name: named('thanks'), award: { kind: 'thanks' as const } },
  ];
}

/** Draws as a phone does: "busy" is tried again with the same key. */
async function insist(openid: string, poolId: string, key = `tap-of-${openid}`): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const answer = await tap(openid, poolId, key);
    if (answer.ok || answer.refusal.code !== 'busy.tryAgain') return;
  }
  throw new Error(`${openid} never got an answer`);
}
