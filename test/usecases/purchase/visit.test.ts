import { minuteMs } from '@shared/kernel/time';
import { codeWindowMs } from '@shared/member/code';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(2);
});
beforeEach(() => {
  shop.cloud.clock.setMs(sundayMorningMs);
});
afterAll(() => shop.close());

const scan = (code: string, openid = 'clerk-west', device?: string) =>
  shop.call(openid, 'staff', 'visit.open', { code, by: 'scan' }, device);

/** A code of the same card that belongs to no window near now. */
function wrongCode(code: string): string {
  return code.slice(0, 16) + String((Number(code.slice(16)) + 1) % 1_000_000).padStart(6, '0');
}

test('a scan opens a visit of ten minutes; scanning again, or a fresh code, gives the same visit and the same end', async () => {
  const anna = await shop.join('anna-0');
  const first = await shop.must('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(anna), by: 'scan' });
  expect(first).toMatchObject({ available: 50, tier: { id: 'firefly' } });
  expect(first.endsAt - first.openedAt).toBe(10 * minuteMs);
  expect(await scan(shop.codeOf(anna))).toMatchObject({ ok: true, value: first });
  shop.cloud.clock.advanceMs(2 * minuteMs);
  expect(await scan(shop.codeOf(anna))).toMatchObject({ ok: true, value: first });
});

test('the same code at another till is told when and where it was used', async () => {
  const anna = await shop.join('anna-1');
  const code = shop.codeOf(anna);
  await scan(code);
  const replay = { ok: false, refusal: { code: 'code.used', args: { at: '10:00', shopZh: '西湖店', shopEn: 'West Lake' } } };
  expect(await scan(code, 'clerk-east')).toMatchObject(replay);
  expect(await scan(code, 'clerk-west', 'second-till')).toMatchObject(replay);
});

test('one code scanned at ten tills at once opens one visit', async () => {
  const code = shop.codeOf(await shop.join('anna-2'));
  const answers = await Promise.all(Array.from({ length: 10 }, (_, till) => scan(code, 'clerk-west', `till-${till}`)));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await shop.cloud.data.find('visits', { cardTail: code.slice(12, 16) })).toHaveLength(1);
});

test('takes a phone one window slow or fast, says stale of minutes ago, wrong of anything else, unknown of foreign cards', async () => {
  const anna = await shop.join('anna-3');
  expect(await scan(shop.codeOf(anna, -codeWindowMs))).toMatchObject({ ok: true });
  expect(await scan(shop.codeOf(anna, codeWindowMs))).toMatchObject({ ok: true });
  expect(await scan(shop.codeOf(anna, -3 * minuteMs))).toMatchObject({ refusal: { code: 'code.stale' } });
  expect(await scan(wrongCode(shop.codeOf(anna)))).toMatchObject({ refusal: { code: 'code.wrong' } });
  expect(await scan('9999999999999995123456')).toMatchObject({ refusal: { code: 'code.unknownCard' } });
  expect(await scan('12345')).toMatchObject({ refusal: { code: 'call.badInput' } });
});

test('five wrong codes lock the card for ten minutes, even for its right code', async () => {
  const anna = await shop.join('anna-4');
  for (let wrong = 0; wrong < 5; wrong += 1) {
    expect(await scan(wrongCode(shop.codeOf(anna)))).toMatchObject({ refusal: { code: 'code.wrong' } });
  }
  expect(await scan(shop.codeOf(anna), 'clerk-east')).toMatchObject({ refusal: { code: 'code.locked', args: { until: '10:10' } } });
  shop.cloud.clock.advanceMs(10 * minuteMs);
  expect(await scan(shop.codeOf(anna))).toMatchObject({ ok: true });
});

test('twenty unknown cards lock the staff member, not the next one', async () => {
  for (let wrong = 0; wrong < 20; wrong += 1) await scan('9999999999999995123456', 'clerk-west-2');
  const anna = await shop.join('anna-5');
  expect(await scan(shop.codeOf(anna), 'clerk-west-2')).toMatchObject({ refusal: { code: 'code.locked' } });
  expect(await scan(shop.codeOf(anna))).toMatchObject({ ok: true });
});

test('a used code is not a wrong code, and every refusal says in the audit who, where, on what device and when', async () => {
  const anna = await shop.join('anna-6');
  const code = shop.codeOf(anna);
  await scan(code);
  for (let again = 0; again < 6; again += 1) await scan(code, 'clerk-east', 'east-till');
  expect(await scan(shop.codeOf(anna, codeWindowMs), 'clerk-east', 'east-till')).toMatchObject({ ok: true });
  const [record] = await shop.cloud.data.find('audit', { act: 'visit.open', device: 'east-till' });
  expect(record).toMatchObject({
    staffId: 'lin',
    shopId: 'east',
    device: 'east-till',
    at: expect.any(Number) as number,
    subject: code.slice(12, 16),
    result: 'code.used',
  });
});
