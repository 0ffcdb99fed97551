import { drawChance } from '@localcloud/faults/drawChance';
import { minuteMs } from '@shared/kernel/time';
import { openShop, type TestShop } from '../openShop';
import { addressee, ledgerSum, noticesNow, pickup, platformEvent, post, sendOutbox, stateOf } from './postRoom';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(2);
});
afterAll(() => shop.close());

/** An order whose first strike is the nth request from now on. */
function strikeAt(fault: 'killWorker' | 'dropBefore', nth: number): string {
  const rate = 0.1;
  const strikes = (seed: number, occasion: number): boolean => drawChance(seed, fault, occasion) < rate;
  for (let seed = 1; ; seed += 1) {
    const early = Array.from({ length: nth - 1 }, (_, index) => index + 1).some((occasion) => strikes(seed, occasion));
    if (!early && strikes(seed, nth)) return `seed=${seed},${fault}=${rate}`;
  }
}

/** The platform's answer to the message itself is lost, on one of its sides. */
test.each(['dropBefore', 'dropAfter'] as const)('its answer lost by %s, the message is never sent again', async (fault) => {
  const openid = `lost-${fault}`;
  const person = await addressee(shop, openid, { pickup: 2 });
  const message = await post(shop, pickup(person.memberId, openid));
  shop.cloud.faults.order(`seed=1,${fault}=1@subscribeMessage.send`);
  expect(await sendOutbox(shop)).toMatchObject({ sent: 0, unknown: 1 });
  shop.cloud.faults.order('');
  shop.cloud.clock.advanceMs(2 * minuteMs);
  expect(await sendOutbox(shop)).toMatchObject({ sent: 0 });
  expect(await stateOf(shop, message)).toMatchObject({ state: 'unknown', reason: 'outcomeUnknown' });
  expect(shop.cloud.wechat.messages(openid)).toHaveLength(fault === 'dropAfter' ? 1 : 0);
  expect(await ledgerSum(shop, person, 'pickup', 2)).toBe((await noticesNow(shop, person)).grants.pickup);
});

/** The first four take the lease (a lost commit holds it for half a minute); the rest go from reading to the result, and beyond. */
const firstRequest = 5;
const requestsMax = 20;
/** A killed worker takes its time to come back. */
const stride = process.env['LANTERN_PROVE'] === '1' ? 1 : 2;

test.each(['killWorker', 'dropBefore'] as const)(
  'struck by %s at each of its requests in turn, a message goes out at most once, and the platform’s event settles what was left open',
  async (fault) => {
    let unknown = 0;
    for (let nth = firstRequest; nth <= requestsMax; nth += stride) {
      const openid = `${fault}-${nth}`;
      const person = await addressee(shop, openid, { pickup: 2 });
      const message = await post(shop, pickup(person.memberId, openid));
      shop.cloud.faults.order(strikeAt(fault, nth));
      await shop.cloud.runTimer('jobs', 'sendOutbox').catch(() => null);
      shop.cloud.faults.order('');
      for (let tick = 0; tick < 2; tick += 1) {
        shop.cloud.clock.advanceMs(2 * minuteMs);
        await sendOutbox(shop);
      }
      const { state, reason } = await stateOf(shop, message);
      const arrived = shop.cloud.wechat.messages(openid).length;
      expect([nth, arrived <= 1, state, reason]).toEqual([nth, true, expect.stringMatching(/^(sent|unknown)$/), reason]);
      if (state === 'sent') expect(arrived).toBe(1);
      expect(await ledgerSum(shop, person, 'pickup', 2)).toBe((await noticesNow(shop, person)).grants.pickup);
      if (state !== 'unknown' || arrived === 0) continue;
      unknown += 1;
      await platformEvent(shop, openid, 'subscribe_msg_sent_event', { MsgID: `msg-${openid}`, ErrorCode: '0', ErrorStatus: 'success' });
      expect(await stateOf(shop, message)).toMatchObject({ state: 'sent', sent: { msgId: `msg-${openid}` } });
    }
    // Somewhere on the way the message was handed over and its answer, or who waited for it, was lost.
    if (fault === 'killWorker' || stride === 1) expect(unknown).toBeGreaterThan(0);
  },
);
