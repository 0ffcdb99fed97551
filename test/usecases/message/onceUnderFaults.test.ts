import { minuteMs } from '@shared/kernel/time';
import { openShop, type TestShop } from '../openShop';
import { addressee, ledgerSum, noticesNow, pickup, post, type Addressee } from './postRoom';

const people = process.env['LANTERN_PROVE'] === '1' ? 120 : 24;
const ticks = process.env['LANTERN_PROVE'] === '1' ? 24 : 8;

let shop: TestShop;
let addressees: readonly Addressee[];
beforeAll(async () => {
  shop = await openShop(4);
  const rows = [{ jobOperationsPerSecond: 10_000, messages: { perDayMax: 9, perWeekMax: 9, quietFrom: '00:00', quietTo: '00:00' } }];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'programme', rows, dryRun: false, firstRow: 0 });
  shop.cloud.clock.advanceMs(minuteMs);
  addressees = await Promise.all(Array.from({ length: people }, (_, index) => addressee(shop, `reader-${index}`, { pickup: 3 })));
  for (const { memberId } of addressees) for (const n of [1, 2]) await post(shop, pickup(memberId, `${memberId}-${n}`));
});
afterAll(() => shop.close());

const run = (): Promise<unknown> => shop.cloud.runTimer('jobs', 'sendOutbox').catch(() => null);

test('overlapping ticks, kills and lost answers: each message reaches a phone at most once', async () => {
  for (let tick = 0; tick < ticks; tick += 1) {
    shop.cloud.faults.order(`seed=${tick + 1},killWorker=0.01,dropBefore=0.02,dropAfter=0.02,conflict=0.05,delay=0.05:5`);
    await Promise.all([run(), run()]);
    shop.cloud.clock.advanceMs(2 * minuteMs);
  }
  shop.cloud.faults.order('');
  // Claims of killed runs end after a minute and a half.
  for (let tick = 0; tick < 4; tick += 1) {
    await run();
    shop.cloud.clock.advanceMs(2 * minuteMs);
  }
  const delivered = shop.cloud.wechat.messages();
  const pages = delivered.map(({ page }) => page);
  expect(pages.length).toBeGreaterThan(people);
  expect(new Set(pages).size).toBe(pages.length);
});

test('and each due message is sent or accounted for: nothing waits, and what is said to be sent has arrived', async () => {
  const messages = await shop.cloud.data.find('outbox', {});
  expect(messages).toHaveLength(2 * people);
  const pages = new Set(shop.cloud.wechat.messages().map(({ page }) => page));
  for (const message of messages) {
    const arrived = pages.has(`pages/rewards/index?m=${String(message['ref'])}`);
    expect(['sent', 'unknown']).toContain(message['state']);
    if (message['state'] === 'sent') expect(arrived).toBe(true);
  }
  const sent = messages.filter(({ state }) => state === 'sent').length;
  expect(sent).toBeGreaterThan(people);
});

test('the ledger of grants says the same as the members’ notices', async () => {
  for (const person of addressees) {
    expect(await ledgerSum(shop, person, 'pickup', 3)).toBe((await noticesNow(shop, person)).grants.pickup);
  }
});
