import { dayMs } from '@shared/kernel/time';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';
import { jpegOf, pngOf } from './madePictures';
import { pictureRoom } from './pictureRoom';

const minuteMs = 60_000;

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(3);
});
beforeEach(() => {
  shop.cloud.clock.setMs(sundayMorningMs);
  shop.cloud.faults.order('');
});
afterAll(() => shop.close());

const { upload, take, choose, own, atTill, pictures, contentAt } = pictureRoom(() => shop);
const told = (openid: string) =>
  shop.must(openid, 'member', 'message.inbox', {}).then(({ messages }) => messages.map(({ title }) => title.zh));
const sendOutbox = () => shop.cloud.runTimer('jobs', 'sendOutbox');

test('nobody but its owner sees a picture until it has passed; then whoever sees the name does', async () => {
  await shop.join('ava');
  expect(await own('ava')).toEqual({ state: 'none', url: null });
  const picture = jpegOf(256, 256, 'a lamp');
  expect(await choose('ava', 'ava-first-1', picture)).toMatchObject({ ok: true, value: { avatar: { state: 'checking' } } });
  expect(await contentAt((await own('ava')).url)).toEqual(picture);
  expect(await atTill('ava')).toBeNull();
  expect(await shop.cloud.wechat.pushVerdicts()).toBe(1);
  expect(await shop.must('ava', 'member', 'member.home', { codeVersionHeld: 1 })).toMatchObject({ avatar: { state: 'shown' } });
  expect(await contentAt(await atTill('ava'))).toEqual(picture);
});

test('what was checked cannot be changed afterwards: the upload is gone, and writing it again changes nothing', async () => {
  await shop.join('bo');
  const picture = jpegOf(256, 256, 'first');
  const fileId = await upload('bo', 'bo-first-1', picture);
  await take('bo', 'bo-first-1', fileId);
  await upload('bo', 'bo-first-1', jpegOf(256, 256, 'another'));
  await shop.cloud.wechat.pushVerdicts();
  expect(await contentAt(await atTill('bo'))).toEqual(picture);
  expect(await take('bo', 'bo-first-1', fileId)).toMatchObject({ ok: true, value: { avatar: { state: 'shown' } } });
  expect(await take('bo', 'bo-first-1', fileId.replace('.jpg', '.png'))).toMatchObject({ refusal: { code: 'key.reused' } });
  expect(await contentAt((await own('bo')).url)).toEqual(picture);
});

test('the same tap sent again, once or at the same time, is one picture with one check', async () => {
  await shop.join('cy');
  const fileId = await upload('cy', 'cy-first-1');
  const before = shop.cloud.wechat.mediaChecks().length;
  const answers = await Promise.all([1, 2, 3].map(() => take('cy', 'cy-first-1', fileId)));
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  expect(await take('cy', 'cy-first-1', fileId)).toMatchObject({ ok: true, value: { avatar: { state: 'checking' } } });
  expect(await pictures('cy')).toHaveLength(1);
  expect(shop.cloud.wechat.mediaChecks().length - before).toBe(1);
});

test.each([
  ['another’s folder', async () => upload('dee', 'dee-key-12')],
  ['another tap’s upload', async () => upload('eve', 'eve-key-99')],
  ['nothing', async () => (await upload('eve', 'eve-key-98')).replace('eve-key-98', 'eve-key-12')],
])('%s is not one’s picture', async (_what, fileOf) => {
  await shop.join('dee');
  await shop.join('eve');
  expect(await take('eve', 'eve-key-12', await fileOf())).toMatchObject({ refusal: { code: 'avatar.missing' } });
  expect(await pictures('eve')).toEqual([]);
});

test('another kind of file, or one that is too large, is refused by its bytes and deleted', async () => {
  await shop.join('fox');
  const film = await upload('fox', 'fox-film-1', Buffer.from('<svg onload="x()"/>'));
  expect(await take('fox', 'fox-film-1', film)).toMatchObject({ refusal: { code: 'avatar.kind' } });
  expect(await take('fox', 'fox-film-1', film)).toMatchObject({ refusal: { code: 'avatar.missing' } });
  const wide = await upload('fox', 'fox-wide-1', pngOf(4000, 4000), 'png');
  expect(await take('fox', 'fox-wide-1', wide)).toMatchObject({ refusal: { code: 'avatar.size', args: { px: 512 } } });
  expect(await own('fox')).toEqual({ state: 'none', url: null });
});

test('a risky picture is removed, its file deleted, its owner told once; another may be chosen', async () => {
  await shop.join('gil');
  shop.cloud.wechat.judge('gil', 'risky');
  await choose('gil', 'gil-first-1');
  const { url } = await own('gil');
  await shop.cloud.wechat.pushVerdicts();
  await shop.cloud.wechat.pushVerdicts({ again: true });
  expect(await own('gil')).toEqual({ state: 'refused', url: null });
  expect((await fetch(String(url))).status).toBe(404);
  await sendOutbox();
  expect(await told('gil')).toEqual(['头像没有通过审核']);
  shop.cloud.wechat.judge('gil', 'pass');
  await choose('gil', 'gil-second-1');
  await shop.cloud.wechat.pushVerdicts();
  expect(await atTill('gil')).not.toBeNull();
});

test('one’s picture can be taken away, shown or on its way, and a later verdict does not bring it back', async () => {
  await shop.join('qi');
  await choose('qi', 'qi-first-1');
  await shop.cloud.wechat.pushVerdicts();
  await choose('qi', 'qi-second-1');
  for (let tap = 0; tap < 2; tap += 1) {
    expect(await shop.must('qi', 'member', 'member.removeAvatar', {})).toMatchObject({ avatar: { state: 'none', url: null } });
  }
  await shop.cloud.wechat.pushVerdicts();
  expect(await atTill('qi')).toBeNull();
  expect(await pictures('qi')).toMatchObject([
    { state: 'removed', fileId: null },
    { state: 'removed', fileId: null },
  ]);
});

test('who leaves while a picture is being checked leaves none behind; their data file has it before', async () => {
  await shop.join('ray');
  await choose('ray', 'ray-first-1');
  await shop.must('ray', 'member', 'member.requestExport', {});
  await shop.cloud.runTimer('jobs', 'exportMembers');
  const { url } = await shop.must('ray', 'member', 'member.exportState', {});
  const file = JSON.parse((await contentAt(url)).toString('utf8')) as { pictures: { latest: string }; avatars: object[] };
  expect(file.avatars).toHaveLength(1);
  expect(file.pictures.latest).toBe(`data:image/jpeg;base64,${jpegOf(256, 256, 'ray-first-1').toString('base64')}`);
  const picture = await own('ray');
  const late = await upload('ray', 'ray-second-1');
  await shop.must('ray', 'member', 'member.leave', { key: 'ray-leaves-1' });
  expect(await take('ray', 'ray-second-1', late)).toMatchObject({ refusal: { code: 'member.unknown' } });
  shop.cloud.clock.advanceMs(7 * dayMs + 1);
  await shop.cloud.runTimer('jobs', 'eraseMembers');
  expect(await shop.cloud.wechat.pushVerdicts()).toBeGreaterThan(0);
  expect(await pictures('ray')).toEqual([]);
  shop.cloud.clock.setMs(sundayMorningMs);
  expect((await fetch(String(picture.url))).status).toBe(404);
});

test('the race and the family see the pictures of those whose names they see', async () => {
  await shop.join('tom');
  await choose('tom', 'tom-first-1');
  await shop.cloud.wechat.pushVerdicts();
  const [member] = await shop.cloud.data.find('members', { _id: 'tom' });
  const memberId = String(member?.['memberId']);
  const month = '2026-11';
  const racer = { month, memberId, accountId: memberId, points: 70, since: 1 };
  await shop.cloud.data.insert('race', [{ _id: `${month}:${memberId}`, ...racer }]);
  await shop.cloud.data.insert('races', [{ _id: month, version: 1, steps: { '70': 1 }, at: 1, state: 'running', winners: [] }]);
  const pictureOf = async () => {
    shop.cloud.clock.advanceMs(minuteMs);
    await shop.join('uma');
    return (await shop.must('uma', 'member', 'ledger.race', { which: 'this' })).top[0];
  };
  expect(await pictureOf()).toMatchObject({ name: null, avatarUrl: null });
  await shop.must('tom', 'member', 'member.updateProfile', { nickname: '小唐' });
  await shop.must('tom', 'member', 'ledger.showRaceName', { show: true });
  const seen = await pictureOf();
  expect(seen?.name).toBe('小唐');
  expect(await contentAt(seen?.avatarUrl ?? null)).toEqual(jpegOf(256, 256, 'tom-first-1'));
});
