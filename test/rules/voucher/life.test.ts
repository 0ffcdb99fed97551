import * as fc from 'fast-check';
import { dayMs } from '@shared/kernel/time';
import { acceptGift, giftBack, giftOpenMs, offerGift, settleGift } from '@shared/voucher/gift';
import { freeCopy, issueCopy } from '@shared/voucher/issueCopy';
import { isLegalHistory } from '@shared/voucher/legalSteps';
import { bringBack, redeemVoucher } from '@shared/voucher/redeemVoucher';
import { revokeVoucher } from '@shared/voucher/revokeVoucher';
import type { Voucher } from '@shared/voucher/types';
import { cashCoupon } from './cashCoupon';

const runs = process.env['LANTERN_PROVE'] === '1' ? 20_000 : 1_000;
const start = Date.UTC(2026, 10, 22, 2, 0);
const issued = issueCopy(freeCopy('ten#1', 'ten', 1), cashCoupon(), {
  memberId: 'anna',
  accountId: 'anna',
  source: 'claim:tap',
  code: '7000000000000005',
  at: start,
  today: '2026-11-22',
});

/** Everything that can be tried on a voucher, each by its one function. */
const acts: Readonly<Record<string, (voucher: Voucher, at: number) => Voucher>> = {
  offer: (voucher, at) => offerGift(voucher, { token: 'token', key: 'key', at, until: at + giftOpenMs }, 'anna'),
  accept: (voucher, at) => acceptGift(voucher, { memberId: 'bert', accountId: 'bert', code: '7000000000000013', at }),
  withdraw: (voucher, at) => giftBack(voucher, { at, by: 'anna' }),
  wait: (voucher, at) => settleGift(voucher, at),
  redeem: (voucher, at) =>
    redeemVoucher(voucher, { at, shopId: 'west', staffId: 'qing', device: 'd', purchaseId: null, discountFen: 0, key: 'k' }),
  back: (voucher, at) => bringBack(voucher, { at, by: 'qing', leastEndsOn: '2026-12-24' }),
  revoke: (voucher, at) => revokeVoucher(voucher, { at, staffId: 'op', reason: 'printed twice' }),
};

function tryAct(voucher: Voucher, name: string, at: number): Voucher {
  try {
    return acts[name]?.(voucher, at) ?? voucher;
  } catch {
    return voucher;
  }
}

const story = fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.integer({ min: 0, max: 4 * dayMs })), { maxLength: 30 });

test('whatever is tried on a voucher in whatever order, its history stays one that the table allows', () => {
  fc.assert(
    fc.property(story, (tries) => {
      let voucher: Voucher = issued;
      let at = start;
      for (const [name, waitMs] of tries) {
        at += waitMs;
        voucher = tryAct(voucher, name, at);
        expect(isLegalHistory(voucher)).toBe(true);
        expect(voucher.redeemed !== undefined).toBe(voucher.state === 'redeemed');
        expect(voucher.gift !== undefined).toBe(voucher.state === 'gifting');
        expect(voucher.revoked !== undefined).toBe(voucher.state === 'revoked');
      }
    }),
    { numRuns: runs },
  );
});

test('a voucher is redeemed once, and a revoked one never again', () => {
  const redeemed = acts['redeem']?.(issued, start + 1) ?? issued;
  expect(() => acts['redeem']?.(redeemed, start + 2)).toThrow('is redeemed: redeem needs issued');
  const revoked = acts['revoke']?.(issued, start + 1) ?? issued;
  expect(() => acts['redeem']?.(revoked, start + 2)).toThrow('is revoked: redeem needs issued');
});

test('a history that skips a step or ends elsewhere than its state is told apart', () => {
  const twice = { ...issued, steps: [...issued.steps, { state: 'issued', at: start, by: 'x' } as const] };
  expect(isLegalHistory(twice)).toBe(false);
  expect(isLegalHistory({ ...issued, state: 'redeemed' })).toBe(false);
  expect(isLegalHistory({ ...issued, state: 'free', steps: [] })).toBe(true);
});

test('a gift that nobody accepted is back with its giver by itself, and then can be used', () => {
  const offered = acts['offer']?.(issued, start) ?? issued;
  expect(settleGift(offered, start + giftOpenMs - 1).state).toBe('gifting');
  const back = settleGift(offered, start + giftOpenMs);
  expect(back).toMatchObject({ state: 'issued', memberId: 'anna', code: issued.code });
  expect(acts['redeem']?.(offered, start + giftOpenMs + 1).state).toBe('redeemed');
});

test('what comes back by a refund lives at least until the day it says', () => {
  const redeemed = acts['redeem']?.({ ...issued, endsOn: '2026-11-23' }, start + 1) ?? issued;
  expect(bringBack(redeemed, { at: start + 2, by: 'qing', leastEndsOn: '2026-11-30' }).endsOn).toBe('2026-11-30');
  expect(bringBack(redeemed, { at: start + 2, by: 'qing', leastEndsOn: '2026-11-20' }).endsOn).toBe('2026-11-23');
  expect(bringBack(redeemed, { at: start + 2, by: 'qing', leastEndsOn: null }).endsOn).toBe('2026-11-23');
});
