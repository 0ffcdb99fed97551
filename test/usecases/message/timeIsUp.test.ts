import { openShop, type TestShop } from '../openShop';
import { addressee, ledgerSum, noticesNow, pickup, post, sendOutbox, type Addressee } from './postRoom';

/** More than one run of the sender serves at a time. */
const people = 80;

let shop: TestShop;
let addressees: readonly Addressee[];
beforeAll(async () => {
  shop = await openShop(3);
  const rows = [{ jobOperationsPerSecond: 10_000 }];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'programme', rows, dryRun: false, firstRow: 0 });
  shop.cloud.clock.advanceMs(60_000);
  addressees = await Promise.all(Array.from({ length: people }, (_, index) => addressee(shop, `reader-${index}`, { pickup: 1 })));
  for (const { memberId } of addressees) await post(shop, pickup(memberId, memberId));
});
afterAll(() => shop.close());

test('when its time is up a run ends with what is under way and lets the rest go, which the next run sends; nobody gets two', async () => {
  // Each message takes the platform twenty seconds of the cloud's clock: longer than the sender's share of a tick.
  shop.cloud.faults.order('seed=1,clock=1:20000@subscribeMessage.send');
  const first = await sendOutbox(shop);
  shop.cloud.faults.order('');
  expect(first).toMatchObject({ more: true });
  expect(first['sent']).toBeGreaterThan(0);
  expect(first['sent']).toBeLessThan(people);
  const waiting = await shop.cloud.data.find('outbox', { state: 'waiting' });
  expect(waiting).toHaveLength(people - Number(first['sent']));
  for (const { attemptId, history } of waiting) expect([attemptId, history]).toMatchObject([null, [{ state: 'waiting' }]]);
  expect(await sendOutbox(shop)).toMatchObject({ sent: people - Number(first['sent']), more: false });
  const readers = shop.cloud.wechat.messages().map(({ openid }) => openid);
  expect(readers).toHaveLength(people);
  expect(new Set(readers).size).toBe(people);
  for (const person of addressees) {
    expect((await noticesNow(shop, person)).grants.pickup).toBe(0);
    expect(await ledgerSum(shop, person, 'pickup', 1)).toBe(0);
  }
});
