import { functions, type FunctionName } from '@shared/functions';
import { isKeyed, type Contract } from '@shared/kernel/contract';
import { openShop, type TestShop } from '../openShop';
import { doEverything } from './doEverything';
import { doOnce, type Done } from './doOnce';
import { closeShops, furnishEverything, withdrawEverything } from './everyKeyedShop';

const contracts: Readonly<Record<FunctionName, Contract>> = functions;
const names = Object.keys(contracts) as FunctionName[];
const methodsOf = (keyed: boolean): readonly string[] =>
  names
    .flatMap((name) => Object.entries(contracts[name]).flatMap(([method, command]) => (isKeyed(command) === keyed ? [method] : [])))
    .sort();

/** Commands that name what they do by themselves, so that the same again is the same: a member, a day, a document, a row's id. */
const namesItself = [
  ...['booking.cancel', 'family.join', 'family.leave', 'family.remove', 'ledger.showRaceName', 'member.chooseFace', 'member.forgetPhone'],
  ...['member.join', 'member.requestExport', 'member.stay', 'member.updateProfile', 'message.opened', 'message.read', 'message.switch'],
  ...['paidCard.giveUp', 'quiz.ask', 'referral.code', 'referral.link', 'referral.open', 'store.closeCode', 'store.groupCode', 'visit.open'],
  ...['game.close', 'game.publish', 'game.revise', 'game.stop', 'message.resume', 'purchase.import', 'referral.review'],
  ...['member.decideAvatar', 'member.removeAvatar'],
  ...['store.apply', 'store.revokeKey', 'voucher.revoke', 'voucher.revokeCoupon'],
];
const reads = [
  ...['member.home', 'member.exportState', 'member.profile', 'ledger.statement', 'ledger.race', 'checkin.calendar', 'reward.list'],
  ...[
    'reward.mine',
    'reward.causes',
    'voucher.coupons',
    'voucher.mine',
    'voucher.one',
    'voucher.packs',
    'voucher.gift',
    'booking.sessions',
  ],
  ...['booking.mine', 'game.play', 'game.pool', 'game.myDraws', 'game.winners', 'quiz.view', 'riddle.festival', 'jigsaw.view'],
  ...['tier.overview', 'paidCard.overview', 'paidCard.order', 'family.overview', 'family.offer', 'message.settings', 'message.inbox'],
  ...['referral.mine', 'store.codes', 'store.me', 'goods.list', 'goods.search', 'store.groups', 'purchase.recent', 'purchase.find'],
  ...[
    'purchase.previewRefund',
    'shift.report',
    'shift.shop',
    'reward.check',
    'voucher.check',
    'booking.ofDay',
    'store.office',
    'store.jobs',
  ],
  ...['store.list', 'store.keys', 'ledger.reconcile', 'ledger.liability', 'ledger.statementOf', 'audit.list', 'audit.proposals'],
  ...['paidCard.orders', 'voucher.settlement', 'game.check', 'game.export', 'store.groupFigures', 'message.preview', 'message.outbox'],
  ...['member.avatarQueue', 'referral.queue'],
];

let shop: TestShop;
const done: Done[] = [];
beforeAll(async () => {
  shop = await openShop(2);
  await furnishEverything(shop);
});
afterAll(() => shop.close());

/** What a repeat tells as it stands by now: balances, and what of an answer somebody has moved on since. All else must be as it was. */
const standing: Readonly<Record<string, readonly string[]>> = {
  'audit.proposeAdjustment': ['state', 'decision'],
  'booking.book': ['booking'],
  'member.chooseAvatar': ['avatar'],
  'member.givePhone': ['avatar'],
  'game.draw': ['drawnToday'],
  'quiz.begin': ['answered'],
  'reward.redeem': ['state', 'handedOverAt', 'handedOverShop'],
  'riddle.hint': ['triesLeft', 'wrong'],
  'shift.open': ['closedAt'],
};

function lasting(method: string, answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map((each) => lasting(method, each));
  if (typeof answer !== 'object' || answer === null) return answer;
  const now = ['available', 'debt', 'standing', 'chances', 'checkin', ...(standing[method] ?? [])];
  const kept = Object.entries(answer).filter(([field]) => !now.includes(field));
  return Object.fromEntries(kept.map(([field, value]) => [field, lasting(method, value)]));
}

/** Everything that is written, but what tells of tries and of who asked. */
async function written(): Promise<string> {
  const facts = ['accounts', 'entries', 'vouchers', 'claims', 'units', 'purchases', 'refunds', 'quotes', 'bookings', 'shifts', 'tills'];
  const played = ['checkins', 'draws', 'quizRounds', 'jigsawAttempts', 'riddleStates', 'chanceEntries', 'storeCodes', 'storeCodeScans'];
  const others = [
    'avatars',
    'planOrders',
    'donations',
    'gifts',
    'proposals',
    'members',
    'cards',
    'familyInvites',
    'grantEntries',
    'referrals',
    'outbox',
  ];
  const all = await Promise.all([...facts, ...played, ...others].map((name) => shop.cloud.data.find(name, {}, { limit: 1000 })));
  return JSON.stringify(all);
}

const again = async ({ openid, functionName, method, input }: Done, change: object = {}) =>
  shop.call(openid, functionName, method as never, { ...input, ...change } as never) as Promise<
    { readonly ok: true; readonly value: object } | { readonly ok: false; readonly refusal: { readonly code: string } }
  >;

test('every method has a key, or names by itself what it does, or only reads', () => {
  expect(methodsOf(false)).toEqual([...namesItself, ...reads].sort());
});

test('every command with a key gives its first answer again when all that it rested on is withdrawn, closed, over or gone', async () => {
  const rows = await doEverything(shop, done);
  const first = await rows();
  expect([...new Set(done.map(({ method }) => method)), 'member.leave'].sort()).toEqual(methodsOf(true));
  await withdrawEverything(shop);
  expect(await rows()).toEqual(first);
  await closeShops(shop);
  const gone = await doOnce(shop, done)('anna', 'member', 'member.leave', { key: 'leave-001' });
  expect(gone.eraseAt).toBeGreaterThan(0);
  const before = await written();
  const answers = [];
  for (const each of done) {
    const told = await again(each);
    answers.push([each.method, told.ok ? lasting(each.method, told.value) : told.refusal.code]);
  }
  expect(answers).toEqual(done.map(({ method, answer }) => [method, lasting(method, answer)]));
  const others = [];
  for (const each of done) {
    if (each.other === null) continue;
    const told = await again(each, each.other);
    others.push([each.method, told.ok ? 'accepted' : told.refusal.code]);
  }
  expect(others).toEqual(done.flatMap(({ method, other, refusal }) => (other === null ? [] : [[method, refusal]])));
  expect(await written()).toBe(before);
});
