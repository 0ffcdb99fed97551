import { openParty, type Party } from './openParty';

let party: Party;
beforeEach(async () => {
  party = await openParty(4);
  await party.shop.join('ann');
});
afterEach(async () => {
  party.shop.cloud.faults.order('');
  expect((await party.shop.reconcile()).differences).toEqual([]);
  await party.shop.close();
});

const friends = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6'];
const hourMs = 3_600_000;

async function everybodyBuys(): Promise<readonly string[]> {
  const invitation = await party.invitationOf('ann');
  const bought: string[] = [];
  for (const name of friends) {
    await party.come(name, invitation);
    bought.push(await party.buy(name));
    party.shop.cloud.clock.advanceMs(hourMs / 2);
  }
  await party.run();
  party.shop.cloud.clock.advanceMs(7 * 24 * hourMs);
  return bought;
}

const entries = () => party.shop.cloud.data.find('entries', { kind: 'referral' });

test('the month’s cap holds and each step is given once, whatever runs at once and wherever it is killed', async () => {
  await party.set({ perMonthMax: 4 });
  await everybodyBuys();
  party.shop.cloud.faults.order('seed=7,killWorker=1@commitTransaction');
  await party.run().catch(() => undefined);
  party.shop.cloud.faults.order('');
  party.shop.cloud.clock.advanceMs(60_000);
  await Promise.all([party.run(), party.run(), party.shop.sweep()]);
  party.shop.cloud.clock.advanceMs(60_000);
  await party.run();
  const states = (await party.friendsOf('ann')).map(({ state, reason }) => `${state} ${reason ?? ''}`.trim()).sort();
  expect(states).toEqual(['refused monthFull', 'refused monthFull', 'rewarded', 'rewarded', 'rewarded', 'rewarded']);
  expect(await party.inviters()).toMatchObject([{ rewarded: 4, month: { rewarded: 4 }, steps: [{ friends: 1 }, { friends: 3 }] }]);
  expect((await entries()).map(({ availableDelta }) => Number(availableDelta)).sort((a, b) => a - b)).toEqual([20, 60, 200, 200, 200, 200]);
});

test('refunds while rewards are paid: what rests on a refunded purchase is gone, and nothing is taken twice', async () => {
  const bought = await everybodyBuys();
  const [first = '', second = ''] = bought;
  await Promise.all([party.run(), party.refundAll(first), party.refundAll(second)]);
  party.shop.cloud.clock.advanceMs(60_000);
  await party.run();
  const states = (await party.friendsOf('ann')).map(({ state }) => state).sort();
  expect(states.filter((state) => state === 'rewarded')).toHaveLength(4);
  const sum = (await entries()).reduce((total, entry) => total + Number(entry['availableDelta']) - Number(entry['debtDelta']), 0);
  // Four friends, and the steps at one and at three.
  expect(sum).toBe(4 * 200 + 20 + 60);
  expect(await party.inviters()).toMatchObject([{ rewarded: 4 }]);
});

test('somebody who opens two invitations and joins, all at once, is one inviter’s friend', async () => {
  await party.shop.join('cat');
  const [ann, cat] = [await party.invitationOf('ann'), await party.invitationOf('cat')];
  await Promise.all([party.open('dan', ann), party.open('dan', cat), party.open('dan', ann), party.open('dan', cat)]);
  await Promise.all([party.shop.join('dan'), party.shop.join('dan'), party.open('dan', cat), party.shop.join('dan')]);
  expect(await party.referrals()).toMatchObject([{ state: 'joined', gift: 'given' }]);
  expect(await party.available('dan')).toBe(150);
});

test('twelve friends at once by one invitation all count, five with their gift and the others after a look', async () => {
  const invitation = await party.invitationOf('ann');
  const names = Array.from({ length: 12 }, (_, index) => `crowd-${index}`);
  await Promise.all(
    names.map(async (name) => {
      for (let tries = 0; tries < 20; tries += 1) {
        const came = await party.come(name, invitation).catch(() => null);
        if (came !== null) return;
      }
    }),
  );
  const joined = await party.referrals();
  expect(joined).toHaveLength(names.length);
  const given = joined.filter(({ gift }) => gift === 'given');
  const held = joined.filter(({ review }) => review === 'waiting');
  expect([given.length, held.length]).toEqual([5, 7]);
  const gifts = await party.shop.cloud.data.find('entries', { kind: 'gift', source: 'invited' });
  expect(gifts).toHaveLength(5);
});
