import type { Home } from '@shared/member/contract';
import { dayMs } from '@shared/kernel/time';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(4);
});
beforeEach(() => {
  shop.cloud.clock.setMs(sundayMorningMs);
});
afterAll(() => shop.close());

const lead = 'clerk-east';
const make = (key: string, kind: 'earn' | 'draw', points: number, perDayMax: number) =>
  shop.call(lead, 'staff', 'store.makeCode', { key, kind, points, perDayMax });
async function made(key: string, kind: 'earn' | 'draw', points: number, perDayMax = 100): Promise<string> {
  const answer = await make(key, kind, points, perDayMax);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.code;
}
const scan = (openid: string, code: string, key = 'scan-key-1') => shop.call(openid, 'member', 'member.scanStoreCode', { key, code });
const availableOf = async (openid: string) =>
  ((await shop.must(openid, 'member', 'member.home', { codeVersionHeld: 1 })) as Home).points.available;

test('a poster gives its points once per person and day, and the same tap its first answer', async () => {
  const code = await made('poster-1', 'earn', 8);
  await shop.join('scan-1');
  expect(await scan('scan-1', code)).toMatchObject({ ok: true, value: { points: 8, chances: 0, shop: { en: 'East Gate' } } });
  const repeats = await Promise.all(Array.from({ length: 6 }, () => scan('scan-1', code)));
  expect(repeats.every((answer) => answer.ok || answer.refusal.code === 'busy.tryAgain')).toBe(true);
  expect(await scan('scan-1', code, 'scan-key-2')).toMatchObject({ refusal: { code: 'storeCode.done' } });
  expect(await availableOf('scan-1')).toBe(58);
  shop.cloud.clock.advanceMs(dayMs);
  expect(await scan('scan-1', code, 'scan-key-2')).toMatchObject({ ok: true });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test("a code's cap of the day holds under a rush, and is used to the last place", async () => {
  const code = await made('poster-2', 'earn', 5, 12);
  const people = Array.from({ length: 30 }, (_, index) => `rush-${index}`);
  await Promise.all(people.map((person) => shop.join(person)));
  const served = new Set<string>();
  for (let round = 0; round < 4; round += 1) {
    const answers = await Promise.all(people.map(async (person) => [person, await scan(person, code)] as const));
    for (const [person, answer] of answers) if (answer.ok) served.add(person);
  }
  expect(served.size).toBe(12);
  expect(await shop.cloud.data.find('storeCodeScans', { shopId: 'east', points: 5 })).toHaveLength(12);
  shop.cloud.clock.advanceMs(dayMs);
  expect(await scan('rush-0', code, 'scan-key-next')).toMatchObject({ ok: true });
});

test('a code to draw gives one chance, within the limit of such chances a day', async () => {
  const [one, two] = [await made('poster-3', 'draw', 0), await made('poster-4', 'draw', 0)];
  await shop.join('scan-3');
  expect(await scan('scan-3', one)).toMatchObject({ ok: true, value: { points: 0, chances: 1 } });
  expect(await scan('scan-3', two, 'scan-key-2')).toMatchObject({ refusal: { code: 'chance.dayLimit' } });
  expect(await shop.cloud.data.find('storeCodeScans', { chances: 1 })).toHaveLength(1);
});

test('a closed code, a made-up one and a stranger get nothing', async () => {
  const code = await made('poster-5', 'earn', 3);
  expect(await scan('nobody-yet', code)).toMatchObject({ refusal: { code: 'member.unknown' } });
  await shop.join('scan-5');
  expect(await scan('scan-5', '6000000000000000')).toMatchObject({ refusal: { code: 'storeCode.unknown' } });
  await shop.must(lead, 'staff', 'store.closeCode', { code });
  expect(await scan('scan-5', code)).toMatchObject({ refusal: { code: 'storeCode.unknown' } });
  const { codes } = await shop.must(lead, 'staff', 'store.codes', {});
  expect(codes.map((each) => each.code)).not.toContain(code);
});

test('only a lead makes codes, for their own shop, of low value', async () => {
  expect(
    await shop.call('clerk-west', 'staff', 'store.makeCode', { key: 'poster-6', kind: 'earn', points: 5, perDayMax: 10 }),
  ).toMatchObject({
    refusal: { code: 'call.notAllowed' },
  });
  expect(await make('poster-7', 'earn', 21, 10)).toMatchObject({ refusal: { code: 'storeCode.points' } });
  expect(await make('poster-8', 'draw', 5, 10)).toMatchObject({ refusal: { code: 'storeCode.points' } });
  const [first, again] = [await made('poster-9', 'earn', 5), await made('poster-9', 'earn', 5)];
  expect(again).toBe(first);
  expect(await make('poster-9', 'earn', 6, 10)).toMatchObject({ refusal: { code: 'key.reused' } });
});
