import { dayMs } from '@shared/kernel/time';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';
import { jpegOf } from './madePictures';
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

const { upload, take, choose, own, atTill, pictures, contentAt, tend } = pictureRoom(() => shop);

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

test('verdicts are refused from a phone, of another program, out of their time; a number nobody knows is kept for a week', async () => {
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
