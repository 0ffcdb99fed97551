import type { Home } from '@shared/member/contract';
import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(2);
});
afterAll(() => shop.close());

const homeOf = async (openid: string) => (await shop.must(openid, 'member', 'member.home', { codeVersionHeld: 0 })) as Home;
const choose = (openid: string, face: 'celadon' | 'galaxy') => shop.call(openid, 'member', 'member.chooseFace', { face });

test('the chosen face is on home and at the till; one that needs more is refused and nobody else’s card changes', async () => {
  await shop.join('anna');
  await shop.join('bea');
  expect(await choose('anna', 'celadon')).toMatchObject({ ok: true, value: { face: 'celadon' } });
  expect(await choose('anna', 'celadon')).toMatchObject({ ok: true, value: { face: 'celadon' } });
  expect(await choose('anna', 'galaxy')).toMatchObject({ refusal: { code: 'face.locked' } });
  expect(await choose('stranger', 'celadon')).toMatchObject({ refusal: { code: 'member.unknown' } });
  const home = await homeOf('anna');
  expect(home).toMatchObject({ face: 'celadon', faces: ['lantern', 'osmanthus', 'celadon'] });
  expect((await homeOf('bea')).face).toBe('lantern');
  expect(await shop.must('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(home), by: 'scan' })).toMatchObject({ face: 'celadon' });
});
