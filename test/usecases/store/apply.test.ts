import type { Input } from '@shared/functions';
import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop(2);
});
afterEach(() => shop.close());

type Section = Input<'console', 'store.apply'>['section'];

async function apply(section: Section, rows: unknown[], dryRun = false) {
  const report = await shop.must('operator-1', 'console', 'store.apply', { section, rows, dryRun, firstRow: 0 });
  return report.rows.map(({ id, result, refusal }) => [id, result, ...(refusal === undefined ? [] : [refusal.code])]);
}

const name = { zh: '新店', en: 'New' };

test('each row is taken or refused by itself, and the report says which and why', async () => {
  const rows = [
    { id: 'north', name },
    { id: 'north', name },
    { id: 'no name' },
    'not a row',
    { id: 'west', name: { zh: '西湖店', en: 'West Lake' } },
    { id: 'south', name, colour: 'red' },
  ];
  expect(await apply('shops', rows)).toEqual([
    ['north', 'created'],
    ['north', 'refused', 'row.repeated'],
    ['no name', 'refused', 'row.invalid'],
    ['', 'refused', 'row.invalid'],
    ['west', 'unchanged'],
    ['south', 'refused', 'row.invalid'],
  ]);
});

test('applying again changes nothing; a change is an update; a dry run writes nothing', async () => {
  expect(await apply('shops', [{ id: 'north', name }], true)).toEqual([['north', 'created']]);
  expect(await shop.cloud.data.find('shops', { _id: 'north' })).toEqual([]);
  await apply('shops', [{ id: 'north', name }]);
  expect(await apply('shops', [{ id: 'north', name }])).toEqual([['north', 'unchanged']]);
  expect(await apply('shops', [{ id: 'north', name, active: false }])).toEqual([['north', 'updated']]);
});

test('staff must name a shop that exists, and one identity is one staff member', async () => {
  const qing = { openid: 'clerk-west', staffId: 'other', name: '他', shop: 'west', roles: ['clerk'] };
  expect(await apply('staff', [{ ...qing, openid: 'someone', shop: 'nowhere' }, qing, { ...qing, openid: 'x y', roles: [] }])).toEqual([
    ['someone', 'refused', 'row.unknownShop'],
    ['clerk-west', 'refused', 'row.openidTaken'],
    ['other', 'refused', 'row.invalid'],
  ]);
});

test('stock only grows, by units numbered on from the last', async () => {
  const sticker = { id: 'sticker', name: { zh: 'sticker', en: 'sticker' }, points: 10, stock: 250 };
  expect(await apply('rewards', [sticker])).toEqual([['sticker', 'updated']]);
  const units = await shop.cloud.data.find('units', { rewardId: 'sticker', state: 'free' }, { limit: 1000 });
  expect(units.map((unit) => Number(String(unit['_id']).split('#')[1])).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 250 }, (_, index) => index + 1),
  );
  expect(await apply('rewards', [{ ...sticker, stock: 249 }])).toEqual([['sticker', 'refused', 'row.stockShrunk']]);
});

test('the programme’s offset is frozen once somebody has joined; other settings are not', async () => {
  expect(await apply('programme', [{ offsetMinutes: 540 }])).toEqual([['main', 'created']]);
  await shop.join('anna');
  expect(await apply('programme', [{ offsetMinutes: 480 }])).toEqual([['main', 'refused', 'row.offsetFrozen']]);
  expect(await apply('programme', [{ welcomePoints: 80 }])).toEqual([['main', 'updated']]);
});

test('who applied what, and when, is in the audit', async () => {
  await apply('shops', [{ id: 'north', name }]);
  const records = await shop.cloud.data.find('audit', { act: 'store.apply' }, { limit: 100 });
  expect(records.at(-1)).toMatchObject({ staffId: 'op', device: 'device-operator-1', subject: 'shops 1', result: 'done' });
});

it('counts every unit when several operators raise a stock and change its words at once', async () => {
  const kite = (stock: number, text: string) => ({ id: 'kite', name: { zh: text, en: text }, points: 10, stock });
  const wishes = [5, 9, 5, 14, 5, 20, 9, 5];
  const asked = wishes.map((stock, index) => {
    const input = { section: 'rewards' as const, rows: [kite(stock, `kite ${index}`)], dryRun: false, firstRow: 0 };
    return shop.call('operator-1', 'console', 'store.apply', input);
  });
  const answers = await Promise.all(asked);
  expect(answers.filter((answer) => !answer.ok)).toEqual([]);
  const [reward] = await shop.cloud.data.find('rewards', { _id: 'kite' });
  expect(await shop.cloud.data.count('units', { rewardId: 'kite' })).toBe(reward?.['stock']);
});
