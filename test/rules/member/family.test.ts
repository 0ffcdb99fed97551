import fc from 'fast-check';
import { addDays } from '@shared/kernel/time';
import { accrue } from '@shared/ledger/accrue';
import { credit } from '@shared/ledger/credit';
import { giveBack } from '@shared/ledger/giveBack';
import { openAccount } from '@shared/ledger/openAccount';
import { redeem } from '@shared/ledger/redeem';
import { reverse } from '@shared/ledger/reverse';
import type { Account } from '@shared/ledger/types';
import { checkinOf, withCheckin } from '@shared/member/family';
import { joinAccounts, partAccounts } from '@shared/member/joinAccounts';
import { defaultProgramme } from '@shared/store/programme';
import { settleAccount } from '@shared/tier/settleAccount';
import { accountIn, cardNumber, firstDay, homeOf, join, leave, move, openWorld, people, total, type World } from './familyWorld';

const { tiers } = defaultProgramme;
const person = fc.constantFrom(...people);
const points = fc.integer({ min: 1, max: 400 });
const someAct = fc.oneof(
  fc.record({ kind: fc.constant('earn' as const), person, points }),
  fc.record({ kind: fc.constant('gift' as const), person, points }),
  fc.record({ kind: fc.constant('redeem' as const), person, points }),
  fc.record({ kind: fc.constant('refund' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('cancel' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('join' as const), person, holder: person }),
  fc.record({ kind: fc.constant('leave' as const), person }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 120 }) }),
);
type Act = typeof someAct extends fc.Arbitrary<infer One> ? One : never;

function spend(world: World, who: string, source: string, wanted: number): void {
  const account = homeOf(world, who);
  move(world, account, (posting) => {
    const paid = redeem(posting, { source, day: world.today, points: wanted, note: {} });
    if (!paid.ok) return posting;
    world.spendings.push({ account, lots: paid.value.drafts.at(-1)?.lots ?? [], points: wanted });
    return paid.value;
  });
}

function takeBack(world: World, at: number, source: string): void {
  const [bought] = world.purchases.splice(at % Math.max(1, world.purchases.length), 1);
  // What was bought before somebody came back from a family is refunded in money only.
  if (bought === undefined || accountIn(world, bought.account).freshAt > 0) return;
  const { day, points: earned } = bought;
  const reversal = { source, day, today: world.today, points: earned, note: {} };
  move(world, homeOf(world, bought.account), (posting) => reverse(posting, reversal));
}

function perform(world: World, act: Act): void {
  const { today } = world;
  const source = `s${(world.n += 1)}`;
  switch (act.kind) {
    case 'wait':
      world.today = addDays(today, act.days);
      break;
    case 'earn':
      world.purchases.push({ account: homeOf(world, act.person), day: today, points: act.points });
      move(world, homeOf(world, act.person), (posting) => accrue(posting, { source, day: today, today, points: act.points, note: {} }));
      break;
    case 'gift':
      move(world, homeOf(world, act.person), (posting) =>
        credit(posting, { kind: 'gift', source, day: today, points: act.points, note: {} }),
      );
      break;
    case 'redeem':
      spend(world, act.person, source, act.points);
      break;
    case 'refund':
      takeBack(world, act.at, source);
      break;
    case 'cancel': {
      const [spent] = world.spendings.splice(act.at % Math.max(1, world.spendings.length), 1);
      if (spent === undefined) break;
      const back = { source, today, points: spent.points, spent: spent.lots, before: 0, because: 'refunded', note: {} } as const;
      move(world, homeOf(world, spent.account), (posting) => giveBack(posting, back));
      break;
    }
    case 'join':
      join(world, act.person, act.holder);
      break;
    case 'leave':
      leave(world, act.person);
  }
}

const runs = process.env['LANTERN_PROVE'] === '1' ? 5000 : 400;

test('whoever joins, leaves, earns, redeems and refunds, nothing comes from nothing and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(someAct, { maxLength: 60 }), (acts) => {
      const world = openWorld();
      for (const act of acts) {
        perform(world, act);
        expect(total(world)).toBe(world.sum);
      }
    }),
    { numRuns: runs },
  );
});

const side = (account: Account) => ({ account, settled: settleAccount(account, firstDay, tiers) });
const joining = { source: 'x', today: firstDay, at: 1, cardNumber, tiers };

test('the higher tier is kept, scores add up and may raise it, and who comes begins again at the lowest', () => {
  const score = (earned: number) => [{ month: '2026-01', points: earned }];
  const rich: Account = { ...openAccount('rich', 0, firstDay), tier: 'candle', reviewOn: '2027-02-08', score: score(4000) };
  const joined = joinAccounts(side(rich), side({ ...openAccount('poor', 0, firstDay), score: score(1000) }), joining);
  expect(joined.family.settled.standing).toMatchObject({ tier: 'lantern', score: score(5000) });
  expect(joined.own.settled.standing).toMatchObject({ tier: 'firefly', score: [], lifetimePoints: 0, reviewOn: null });
  expect(joined.own.settled.moves).toMatchObject([{ from: 'candle', to: 'firefly', reason: 'joined' }]);
});

test('check-in, and where one stands in the pools, stay each person’s own and go with them', () => {
  const streak = { ...openAccount('a', 0, firstDay).checkin, lastDay: firstDay, streak: 5 };
  const drawer = { memberId: 'ann', poolId: 'p', counter: 3, misses: 2, day: firstDay, dayDraws: 1, won: {} };
  const [annsDay, beasDay] = [{ ann: { points: 2 } }, { bea: { points: 1 } }];
  const chanceDay = (given: object) => ({ chanceDay: { day: firstDay, given: { ...given } } });
  const ann: Account = { ...openAccount('ann', 0, firstDay), checkin: streak, drawers: [drawer], ...chanceDay(annsDay) };
  const joined = joinAccounts(side(ann), side({ ...openAccount('bea', 0, firstDay), ...chanceDay(beasDay) }), joining);
  expect(joined.family.account).toMatchObject(chanceDay({ ...annsDay, ...beasDay }));
  expect(joined.own.account.chanceDay).toBeNull();
  const family = joined.family.account;
  expect([checkinOf(family, 'ann').streak, checkinOf(family, 'bea').streak]).toEqual([5, 0]);
  const later = withCheckin(family, 'ann', { ...streak, streak: 6 });
  const parted = partAccounts(joined.own.account, later, 9);
  expect(parted.own).toMatchObject({ checkin: { streak: 6 }, drawers: [drawer], movedTo: null, freshAt: 9, ...chanceDay(annsDay) });
  expect(parted.family).toMatchObject({ drawers: [], family: { members: [] } });
  expect(parted.family.chanceDay).toEqual(chanceDay(beasDay).chanceDay);
});
