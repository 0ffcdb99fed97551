import { canAppeal, decideReview } from '@shared/referral/decideReview';
import { firstPurchase } from '@shared/referral/purchase';
import { decideTouch } from '@shared/referral/touch';
import type { Referral, ReferralReason } from '@shared/referral/types';

const dayMs = 86_400_000;
const inviter = { _id: 'ann', invitationId: 'invitation01', hash: 'hash-of-ann' };
const opened = decideTouch(null, { hash: 'hash-of-bob', inviter, friendId: 'friend000001', way: 'card', at: 0 }) as Referral;
const review = { staffId: 'op', device: 'desk', at: 9, approved: true, reason: 'seen' };

test.each([
  ['sameIdentity', true],
  ['loop', true],
  ['review', true],
  ['monthFull', false],
  ['noPurchase', false],
  ['phone', false],
] as const)('a friend refused for %s: may be looked at again: %s', (reason: ReferralReason, may) => {
  const refused: Referral = { ...opened, state: 'refused', joinedAt: 1, inviteeId: 'bob', reason };
  expect(canAppeal(refused)).toBe(may);
  expect(canAppeal({ ...refused, appeal: { key: 'k', at: 2, words: 'w' } })).toBe(false);
});

test('approved before the return period is over, the reward is due on its day; without a purchase the friend is waited for', () => {
  const waiting: Referral = { ...opened, state: 'joined', review: 'waiting', joinedAt: 1, inviteeId: 'bob' };
  expect(decideReview(waiting, review)).toMatchObject({ value: { state: 'joined', review: 'approved', dueOn: null } });
  const bought = { ...waiting, state: 'purchased' as const, purchase: { id: 'p', at: 2, releaseOn: '2026-11-29' } };
  expect(decideReview(bought, review)).toMatchObject({ value: { state: 'purchased', dueOn: '2026-11-29' } });
  expect(decideReview({ ...bought, review: 'none' }, review)).toMatchObject({ refusal: { code: 'referral.decided' } });
});

test('the purchase that counts is the first kept one from joining on, within thirty days', () => {
  const refunded = { count: 0, units: [], payableFen: 0, pointsReturned: 0, pointsTaken: 0, giftOwedFen: 0 };
  const bought = (id: string, takenAt: number, payableFen = 100, taken = 0) =>
    ({ _id: id, takenAt, payableFen, refunded: { ...refunded, payableFen: taken }, undo: null, releaseOn: '2026-11-29' }) as const;
  const joinedAt = 10 * dayMs;
  const before = bought('before', joinedAt - 1);
  const late = bought('late', joinedAt + 30 * dayMs);
  const first = bought('first', joinedAt);
  const second = bought('second', joinedAt + 30 * dayMs - 1);
  expect(firstPurchase(joinedAt, [late, before])).toBeNull();
  expect(firstPurchase(joinedAt, [second, late, first])?._id).toBe('first');
  expect(firstPurchase(joinedAt, [second, { ...first, refunded: { ...refunded, payableFen: 100 } }])?._id).toBe('second');
  expect(firstPurchase(joinedAt, [bought('nothing', joinedAt, 0)])).toBeNull();
});
