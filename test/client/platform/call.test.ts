import { call } from '@/platform/call';
import { asking, signIn } from '@/platform/door';
import { network } from '@/platform/network';
import { serverNow } from '@/platform/serverClock';
import { forget } from '@/platform/storage';
import { type DoorAnswer, type DoorInFront, openDoor } from './doorInFront';

const hourMs = 3_600_000;
const key = 'key-of-this-tap';
const receipt = { day: '2026-11-22', points: 5 };

const reply = (result: object): DoorAnswer => ({ status: 200, body: { result: { now: Date.now(), ...result } } });
const accepted = reply({ ok: true, value: receipt });
const refusedWith = (code: string): DoorAnswer => reply({ ok: false, refusal: { code } });

let door: DoorInFront;

beforeEach(async () => {
  door = await openDoor();
  forget('phone');
  await signIn('xiaoman');
});

afterEach(async () => {
  network.set(true);
  await door.close();
});

const checkin = (): ReturnType<typeof call<'member', 'checkin.perform'>> => call('member', 'checkin.perform', { key });
const sent = (): readonly unknown[] => door.knocks.filter(({ path }) => path === '/fn/member').map(({ body }) => body.input);

test('an accepted call gives its value', async () => {
  door.answers(accepted);
  expect(await checkin()).toEqual({ ok: true, value: receipt });
  expect(door.knocks[1]).toMatchObject({ path: '/fn/member', session: 'token-of-xiaoman', body: { method: 'checkin.perform' } });
});

test('a refusal is an answer and is not asked again', async () => {
  door.answers(refusedWith('checkin.done'));
  expect(await checkin()).toEqual({ ok: false, refusal: { code: 'checkin.done' } });
  expect(sent()).toHaveLength(1);
});

test('a lost answer is asked for again with the same key', async () => {
  door.answers('cut', accepted);
  expect(await checkin()).toEqual({ ok: true, value: receipt });
  expect(sent()).toEqual([{ key }, { key }]);
});

test('a busy server is asked again with the same key', async () => {
  door.answers(refusedWith('busy.tryAgain'), refusedWith('busy.tryAgain'), accepted);
  expect(await checkin()).toEqual({ ok: true, value: receipt });
  expect(sent()).toEqual([{ key }, { key }, { key }]);
});

test('without network the phone says so itself, at once', async () => {
  network.set(false);
  door.answers('cut');
  expect(await checkin()).toEqual({ ok: false, refusal: { code: 'net.offline' } });
  expect(sent()).toHaveLength(1);
});

test('a door that refuses the request is a fault, not a lost answer', async () => {
  door.answers({ status: 400, body: { code: 'INVALID_PARAM', message: 'no' } });
  expect(await checkin()).toEqual({ ok: false, refusal: { code: 'call.fault' } });
  expect(sent()).toHaveLength(1);
});

test('a session that has ended asks who is here, and goes on when that is said', async () => {
  door.answers({ status: 401, body: { code: 'SIGN_IN', message: 'sign in first' } }, accepted);
  const stop = asking.watch(() => {
    if (asking.get()) void signIn('xiaoman');
  });
  expect(await checkin()).toEqual({ ok: true, value: receipt });
  expect(sent()).toHaveLength(2);
  stop();
});

test('the phone reckons with the server’s time after a reply', async () => {
  const aWeekMs = 7 * 24 * hourMs;
  door.answers(reply({ ok: true, value: receipt, now: Date.now() + aWeekMs }));
  await checkin();
  expect(Math.abs(serverNow() - Date.now() - aWeekMs)).toBeLessThan(hourMs);
});

test('what was kept for one person is forgotten when another signs in', async () => {
  window.sessionStorage.setItem('lantern.person.home', '{}');
  await signIn('qing');
  expect(window.sessionStorage.getItem('lantern.person.home')).toBeNull();
});
