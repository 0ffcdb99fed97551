import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { dayMs } from '@shared/kernel/time';
import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(2);
  const name = { zh: '茶友群', en: 'Tea friends' };
  const rows = [
    { id: 'tea', name, shop: 'west', posts: [{ zh: '早上好', en: 'Good morning' }] },
    { id: 'bread', name, shop: 'east' },
    { id: 'all', name },
    { id: 'old', name, active: false },
  ];
  const input = { section: 'groups', rows, dryRun: false, firstRow: 0 } as const;
  expect((await shop.must('operator-1', 'console', 'store.apply', input)).rows.map(({ result }) => result)).toEqual(
    Array.from({ length: 4 }, () => 'created'),
  );
});
afterAll(() => shop.close());

const join = (openid: string, group?: string) =>
  shop.must(openid, 'member', 'member.join', {
    consentVersion: '2026-11',
    consented: true,
    ageConfirmed: true,
    marketing: false,
    ...(group === undefined ? {} : { source: { group } }),
  });

test('a shop sees its own groups and those of every shop, with whom they brought; made-up groups count nowhere', async () => {
  await join('anna', 'tea');
  await join('bea', 'old');
  await join('cleo', 'never-was');
  await join('dora');
  shop.cloud.clock.advanceMs(40 * dayMs);
  await join('ella', 'tea');
  await join('fay', 'bread');
  const { groups } = await shop.must('clerk-west', 'staff', 'store.groups', {});
  expect(groups.map(({ id, joined, joinedLately }) => [id, joined, joinedLately])).toEqual([
    ['all', 0, 0],
    ['tea', 2, 1],
  ]);
  expect(groups[1]?.posts).toEqual([{ zh: '早上好', en: 'Good morning' }]);
  const figures = await shop.must('operator-1', 'console', 'store.groupFigures', {});
  expect(figures.groups.map(({ id, joined }) => [id, joined])).toEqual([
    ['all', 0],
    ['bread', 1],
    ['old', 1],
    ['tea', 2],
  ]);
});

test('the picture of an entry code opens the first page with the group; another shop’s is not given', async () => {
  const { picture } = await shop.must('clerk-west', 'staff', 'store.groupCode', { groupId: 'tea' });
  expect(await scanned(picture)).toBe('pages/home/index?scene=g.tea');
  for (const groupId of ['bread', 'old', 'nothing']) {
    expect(await shop.call('clerk-west', 'staff', 'store.groupCode', { groupId })).toMatchObject({ refusal: { code: 'group.unknown' } });
  }
});

async function scanned(picture: string): Promise<string | undefined> {
  const image = await loadImage(picture);
  const brush = createCanvas(image.width, image.height).getContext('2d');
  brush.drawImage(image, 0, 0);
  const { data, width, height } = brush.getImageData(0, 0, image.width, image.height);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}
