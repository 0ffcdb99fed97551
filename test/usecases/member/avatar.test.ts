import type { AvatarView } from '@shared/member/avatar/types';
import type { Home } from '@shared/member/contract';
import { dayMs } from '@shared/kernel/time';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';
import { jpegOf, pngOf } from './madePictures';

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

/** Uploads a picture as the person's phone does, and chooses it. */
async function upload(openid: string, key: string, picture: Buffer = jpegOf(256, 256, key), kind = 'jpg'): Promise<string> {
  const { uploadFolder } = await shop.must(openid, 'member', 'member.profile', {});
  return shop.cloud.wechat.upload(openid, `${uploadFolder}/${key}.${kind}`, picture);
}
const take = (openid: string, key: string, fileId: string) => shop.call(openid, 'member', 'member.chooseAvatar', { key, fileId });
const choose = async (openid: string, key: string, picture?: Buffer) => take(openid, key, await upload(openid, key, picture));
const own = async (openid: string): Promise<AvatarView> => (await shop.must(openid, 'member', 'member.profile', {})).avatar;
const tend = () => shop.cloud.runTimer('jobs', 'tendAvatars');
const pictures = (openid: string) => shop.cloud.data.find('avatars', { openid }, { sort: { _id: 1 } });
const contentAt = async (url: string | null): Promise<Buffer> => Buffer.from(await (await fetch(String(url))).arrayBuffer());
/** What a clerk who scans the member sees. */
async function atTill(openid: string): Promise<string | null> {
  shop.cloud.clock.advanceMs(11 * minuteMs);
  const code = shop.codeOf((await shop.must(openid, 'member', 'member.home', { codeVersionHeld: 0 })) as Home);
  return (await shop.must('clerk-west', 'staff', 'visit.open', { code, by: 'scan' })).avatarUrl;
}
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
  expect(await take('bo', 'bo-first-1', fileId)).toMatchObject({ refusal: { code: 'key.reused' } });
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

test('a doubtful picture waits for an operator, who approves it or not, once, on record', async () => {
  for (const openid of ['hal', 'ida']) {
    await shop.join(openid);
    shop.cloud.wechat.judge(openid, 'review');
    await choose(openid, 'tap-0001');
  }
  await shop.cloud.wechat.pushVerdicts();
  expect(await own('hal')).toMatchObject({ state: 'review' });
  const { rows } = await shop.must('operator-1', 'console', 'member.avatarQueue', {});
  expect(rows).toMatchObject([{ doubtful: true }, { doubtful: true }]);
  expect(JSON.stringify(rows)).not.toMatch(/hal|ida/);
  const idOf = async (openid: string) => String((await pictures(openid))[0]?.['_id']);
  const decide = async (openid: string, approve: boolean) =>
    shop.call('operator-1', 'console', 'member.decideAvatar', { avatarId: await idOf(openid), approve, reason: 'looked at it' });
  for (let tap = 0; tap < 2; tap += 1) expect(await decide('hal', true)).toMatchObject({ ok: true });
  expect(await decide('hal', false)).toMatchObject({ refusal: { code: 'avatar.decided' } });
  expect(await decide('ida', false)).toMatchObject({ ok: true });
  expect(await atTill('hal')).not.toBeNull();
  expect([(await own('ida')).state, await atTill('ida')]).toEqual(['refused', null]);
  expect(await pictures('hal')).toMatchObject([{ decided: { staffId: 'op', device: 'device-operator-1', reason: 'looked at it' } }]);
  expect(await shop.call('clerk-west', 'console', 'member.avatarQueue', {})).toMatchObject({ refusal: { code: 'call.notAllowed' } });
});

test('of two pictures chosen at once one is theirs; the other’s verdict changes only its own record', async () => {
  await shop.join('jo');
  const keys = ['jo-key-0001', 'jo-key-0002'];
  await Promise.all(keys.map((key) => choose('jo', key)));
  const [one, two] = await pictures('jo');
  expect([one?.['state'], two?.['state']].sort()).toEqual(['checking', 'replaced']);
  const kept = one?.['state'] === 'checking' ? keys[0] : keys[1];
  await shop.cloud.wechat.pushVerdicts();
  expect(await contentAt(await atTill('jo'))).toEqual(jpegOf(256, 256, kept));
  const after = await pictures('jo');
  expect(after.map(({ state }) => state).sort()).toEqual(['replaced', 'shown']);
  expect(after.map(({ suggest }) => suggest)).toEqual(['pass', 'pass']);
  expect(after.find(({ state }) => state === 'replaced')).toMatchObject({ fileId: null });
});

test('a picture that others see stays until the next has passed, then its file goes', async () => {
  await shop.join('kim');
  await choose('kim', 'kim-first-1');
  await shop.cloud.wechat.pushVerdicts();
  const before = await atTill('kim');
  shop.cloud.wechat.judge('kim', 'risky');
  await choose('kim', 'kim-second-1');
  expect(await atTill('kim')).toBe(before);
  await shop.cloud.wechat.pushVerdicts();
  expect(await atTill('kim')).toBe(before);
  shop.cloud.wechat.judge('kim', 'pass');
  await choose('kim', 'kim-third-1');
  await shop.cloud.wechat.pushVerdicts();
  expect(await contentAt(await atTill('kim'))).toEqual(jpegOf(256, 256, 'kim-third-1'));
  expect((await fetch(String(before))).status).toBe(404);
});

test('a verdict that is pushed before its number was noted is found when it is', async () => {
  await shop.join('lea');
  const fileId = await upload('lea', 'lea-first-1');
  const before = shop.cloud.wechat.mediaChecks().length;
  shop.cloud.faults.order('delay=1:1200@startTransaction');
  const choosing = take('lea', 'lea-first-1', fileId);
  while (shop.cloud.wechat.mediaChecks().length === before) await new Promise((done) => setTimeout(done, 10));
  shop.cloud.faults.order('');
  expect(await shop.cloud.wechat.pushVerdicts()).toBe(1);
  expect(await choosing).toMatchObject({ ok: true, value: { avatar: { state: 'shown' } } });
  expect(await atTill('lea')).not.toBeNull();
});

test('when the check cannot be asked for, or its answer is lost, nothing is shown and nothing is lost: the job asks again', async () => {
  for (const [openid, fault] of [
    ['max', 'dropBefore'],
    ['ned', 'dropAfter'],
  ] as const) {
    await shop.join(openid);
    shop.cloud.faults.order(`${fault}=1@security.mediaCheckAsync`);
    expect(await choose(openid, `${openid}-first-1`)).toMatchObject({ ok: true, value: { avatar: { state: 'checking' } } });
    shop.cloud.faults.order('');
    await shop.cloud.wechat.pushVerdicts();
    expect(await atTill(openid)).toBeNull();
    await tend();
    await shop.cloud.wechat.pushVerdicts();
    expect(await atTill(openid)).not.toBeNull();
  }
});

test('when the platform never answers, or its author has gone, a person has to look', async () => {
  await shop.join('oda');
  await choose('oda', 'oda-first-1');
  for (let turn = 0; turn < 6; turn += 1) {
    await shop.join('oda');
    shop.cloud.clock.advanceMs(70 * minuteMs);
    await tend();
  }
  expect(await own('oda')).toMatchObject({ state: 'review' });
  await shop.join('pia');
  shop.cloud.faults.order('dropBefore=1@security.mediaCheckAsync');
  await choose('pia', 'pia-first-1');
  shop.cloud.faults.order('');
  shop.cloud.clock.advanceMs(3 * 60 * minuteMs);
  await tend();
  expect(await pictures('pia')).toMatchObject([{ state: 'review', suggest: null }]);
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

test('verdicts are refused from a phone, of another mini-program, and out of their time; a number nobody knows is kept, then forgotten', async () => {
  await shop.join('sam');
  await choose('sam', 'sam-first-1');
  const [check] = shop.cloud.wechat.mediaChecks().slice(-1);
  const raw = (change: object = {}) => ({
    ToUserName: 'gh_local',
    FromUserName: 'sam',
    CreateTime: Math.floor(shop.cloud.clock.nowMs() / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    trace_id: check?.traceId,
    errcode: 0,
    result: { suggest: 'pass', label: 100 },
    ...change,
  });
  const push = (change: object = {}) => shop.cloud.call('events', raw(change), { trigger: 'timer' });
  await expect(shop.cloud.call('events', raw(), { openid: 'sam' })).rejects.toThrow('PERMISSION_DENIED');
  expect(await push({ appid: 'wx0000000000000000' })).toBe('refused');
  expect(await push({ CreateTime: 1_500_000_000 })).toBe('refused');
  expect(await push({ trace_id: 'nobody-knows-it' })).toBe('success');
  expect((await own('sam')).state).toBe('checking');
  expect(await push()).toBe('success');
  expect(await push({ result: { suggest: 'risky', label: 20002 } })).toBe('success');
  expect((await own('sam')).state).toBe('shown');
  shop.cloud.clock.advanceMs(8 * dayMs);
  await tend();
  expect(await shop.cloud.data.find('pictureChecks', { _id: 'nobody-knows-it' })).toEqual([]);
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
