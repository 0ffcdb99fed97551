import { openShop, type TestShop } from './openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(1);
});
afterAll(() => shop.close());

const raw = (functionName: string, event: unknown, openid: string) => shop.cloud.call(functionName, event, { openid });

test.each([
  ['an event that is no object', 'hello', 'call.malformed'],
  ['an event without a method', { input: {} }, 'call.malformed'],
  ['an unknown method', { method: 'member.rob' }, 'call.unknownMethod'],
  ['a method that every object has', { method: 'toString' }, 'call.unknownMethod'],
  ['a method of another function', { method: 'visit.open' }, 'call.unknownMethod'],
  ['an oversized body', { method: 'member.home', input: { codeVersionHeld: 0, filler: 'x'.repeat(20_000) } }, 'call.tooLarge'],
  ['a wrong type', { method: 'member.home', input: { codeVersionHeld: '0' } }, 'call.badInput'],
  ['a field nobody declared', { method: 'member.home', input: { codeVersionHeld: 0, openid: 'somebody-else' } }, 'call.badInput'],
  ['a device name that is no name', { method: 'member.home', input: { codeVersionHeld: 0 }, device: '<script>' }, 'call.malformed'],
])('%s is refused', async (_what, event, code) => {
  expect(await raw('member', event, 'anna')).toMatchObject({ ok: false, refusal: { code } });
});

test('says which field was wrong', async () => {
  expect(await raw('member', { method: 'checkin.perform', input: { key: 'short' } }, 'anna')).toMatchObject({
    refusal: { code: 'call.badInput', args: { field: 'key' } },
  });
});

test('a call without identity is refused by the platform’s rule, and by the function itself should the rule be missing', async () => {
  const event = { method: 'member.home', input: { codeVersionHeld: 0 } };
  await expect(shop.cloud.call('member', event, {})).rejects.toMatchObject({
    message: expect.stringContaining('PERMISSION_DENIED') as string,
  });
  expect(await shop.cloud.call('member', event, { trigger: 'timer' })).toMatchObject({ refusal: { code: 'call.noIdentity' } });
});

test('an identity in the request changes nothing', async () => {
  await shop.join('anna');
  const event = { method: 'member.profile', input: {}, openid: 'anna', userInfo: { openId: 'anna' } };
  expect(await raw('member', event, 'mallory')).toMatchObject({ refusal: { code: 'member.unknown' } });
});

test.each([
  ['a member', 'anna', 'staff', 'store.me'],
  ['somebody who left', 'clerk-gone', 'staff', 'store.me'],
  ['an operator without a till', 'operator-1', 'staff', 'visit.open'],
  ['a member', 'anna', 'console', 'store.apply'],
  ['a clerk', 'clerk-west', 'console', 'store.apply'],
  ['a shop’s lead', 'clerk-east', 'console', 'ledger.reconcile'],
])('%s (%s) may not call %s %s', async (_who, openid, functionName, method) => {
  expect(await raw(functionName, { method, input: {} }, openid)).toMatchObject({ refusal: { code: 'call.notAllowed' } });
});

test('nobody but a timer runs jobs', async () => {
  const event = { Type: 'Timer', TriggerName: 'sweep' };
  await expect(raw('jobs', event, 'operator-1')).rejects.toMatchObject({ message: expect.stringContaining('PERMISSION_DENIED') as string });
  expect(await shop.cloud.call('jobs', {}, { trigger: 'timer' })).toMatchObject({ refusal: { code: 'call.notAllowed' } });
  const unknown = { ...event, TriggerName: 'toString' };
  expect(await shop.cloud.call('jobs', unknown, { trigger: 'timer' })).toMatchObject({ refusal: { code: 'call.unknownMethod' } });
  expect(await shop.sweep()).toMatchObject({ ok: true });
});

test('somebody who calls without end is told to wait, and others are not', async () => {
  const limited = await openShop(1, 2);
  const home = (openid: string) => limited.cloud.call('member', { method: 'member.home', input: { codeVersionHeld: 0 } }, { openid });
  const replies = (await Promise.all(Array.from({ length: 40 }, () => home('hasty')))) as { ok: boolean; refusal?: { code: string } }[];
  expect(replies.filter((reply) => reply.refusal?.code === 'call.tooMany').length).toBeGreaterThan(5);
  expect(await home('calm')).toMatchObject({ ok: true });
  limited.cloud.clock.advanceMs(10_000);
  expect(await home('hasty')).toMatchObject({ ok: true });
  await limited.close();
});
