import type { NewShopKey } from '@shared/store/contract';
import { solveBoard } from '../../../config/demo/solveBoard';
import { rightPlace } from '../game/openQuiz';
import { jpegOf } from '../member/madePictures';
import type { TestShop } from '../openShop';
import { sendSigned } from '../purchase/sendSigned';
import { doOnce, type Done, type Hands } from './doOnce';
import { sellOnce } from './sellOnce';

/** Operators' commands; they also make Anna rich. */
async function operate({ once }: Hands, cardNumber: string): Promise<NewShopKey> {
  const adjust = { key: 'adjust-01', cardNumber, points: 5_000, reason: 'for the test' };
  const { _id } = await once('operator-1', 'console', 'audit.proposeAdjustment', adjust, { points: 1 });
  const verdict = { key: 'decide-01', proposalId: _id, approve: true, note: 'seen' };
  await once('operator-2', 'console', 'audit.decide', verdict, { approve: false }, 'proposal.decided');
  await once('operator-1', 'console', 'family.proposeBusiness', { key: 'business1', cardNumber, reason: 'a firm' }, { reason: 'no firm' });
  const granted = { key: 'grant-01', cardNumber, couponId: 'granted', reason: 'sorry' };
  await once('operator-1', 'console', 'voucher.grant', granted, { reason: 'thanks' });
  return once('operator-1', 'console', 'store.makeKey', { key: 'make-key1', shopId: 'west' }, { shopId: 'east' });
}

/** What a member does with points, vouchers and sessions. */
async function shopping({ shop, once }: Hands, cardNumber: string): Promise<void> {
  const pickup = (await once('anna', 'member', 'reward.redeem', { key: 'redeem-01', rewardId: 'mug' }, { rewardId: 'sticker' })).pickup;
  await once('lead-west', 'staff', 'reward.handOver', { key: 'handover1', pickupCode: pickup.pickupCode });
  await shop.must('anna', 'member', 'reward.redeem', { key: 'redeem-02', rewardId: 'sticker' });
  await once('anna', 'member', 'reward.cancel', { key: 'cancel-01', redemptionId: 'redeem-02' });
  await once('anna', 'member', 'reward.donate', { key: 'donate-01', causeId: 'trees', points: 10 }, { points: 40 });
  await once('anna', 'member', 'voucher.buy', { key: 'buy-coupon', couponId: 'mall' }, { couponId: 'page' });
  await once('anna', 'member', 'voucher.claimByWord', { key: 'word-0001', word: 'lantern' }, { word: 'another' });
  const order = (await once('anna', 'member', 'paidCard.buy', { key: 'plan-0001', planId: 'month', by: 'points' }, { by: 'money' })).order;
  const proposed = { key: 'planback1', cardNumber, orderId: order.orderId, reason: 'regrets' };
  await once('operator-1', 'console', 'paidCard.proposeRefund', proposed, { reason: 'none' });
  const { voucher } = await shop.must('anna', 'member', 'voucher.claim', { key: 'claim-crs', couponId: 'course' });
  const { voucherId } = voucher;
  const asked = { key: 'book-0001', voucherId, sessionId: 'course:west:2026-11-26T1400' };
  const booked = await once('anna', 'member', 'booking.book', asked, { sessionId: 'course:east:2026-11-25T1000' });
  const moved = { key: 'move-0001', bookingId: booked.voucher.booking?.bookingId ?? '', sessionId: 'course:east:2026-11-25T1000' };
  await once('anna', 'member', 'booking.move', moved, { sessionId: 'course:west:2026-11-26T1400' });
}

/** Vouchers that go from hand to hand and over the counter. */
async function vouchers({ shop, once }: Hands): Promise<void> {
  await shop.join('bob');
  const claim = await once('anna', 'member', 'voucher.claim', { key: 'claim-pg1', couponId: 'page' }, { couponId: 'bun' });
  const { voucherId } = claim.voucher;
  const second = await shop.must('anna', 'member', 'voucher.claim', { key: 'claim-pg2', couponId: 'page' });
  const offer = await once('anna', 'member', 'voucher.offerGift', { key: 'offer-001', voucherId }, { voucherId: second.voucher.voucherId });
  await once('bob', 'member', 'voucher.acceptGift', { key: 'accept-01', token: offer.token });
  await shop.must('anna', 'member', 'voucher.offerGift', { key: 'offer-002', voucherId: second.voucher.voucherId });
  await once('anna', 'member', 'voucher.withdrawGift', { key: 'withdraw1', voucherId: second.voucher.voucherId });
  const bun = await shop.must('anna', 'member', 'voucher.claim', { key: 'claim-bun', couponId: 'bun' });
  await once('lead-west', 'staff', 'voucher.redeem', { key: 'use-00001', code: bun.voucher.code });
  await once('lead-west', 'staff', 'voucher.undoUse', { key: 'unuse-001', code: bun.voucher.code });
}

/** What is played. */
async function playing({ shop, once }: Hands): Promise<void> {
  await once('anna', 'member', 'checkin.perform', { key: 'checkin-1' });
  await once('anna', 'member', 'game.buyChance', { key: 'chance-01', count: 1 }, { count: 2 });
  await once('anna', 'member', 'game.draw', { key: 'draw-0001', poolId: 'fair', nonce: 'nonce-01' }, { nonce: 'nonce-02' });
  const { roundId } = await once('anna', 'member', 'quiz.begin', { key: 'quiz-0001', quizId: 'tea' }, { quizId: 'other' });
  const asked = await shop.must('anna', 'member', 'quiz.ask', { roundId, number: 1 });
  const option = rightPlace(asked);
  await once('anna', 'member', 'quiz.answer', { key: 'answer-01', roundId, number: 1, option }, { option: (option + 1) % 4 });
  const riddle = { festivalId: 'fair', riddleId: 'moon' };
  await once('anna', 'member', 'riddle.hint', { key: 'hint-0001', ...riddle, number: 1 });
  await once('anna', 'member', 'riddle.guess', { key: 'guess-001', ...riddle, text: 'sun' }, { text: 'moon' });
  const { attemptId, board } = await once('anna', 'member', 'jigsaw.deal', { key: 'deal-0001', jigsawId: 'fair' }, { jigsawId: 'other' });
  shop.cloud.clock.advanceMs(60_000);
  await once('anna', 'member', 'jigsaw.solve', { key: 'solve-001', attemptId, moves: solveBoard(board) }, { moves: 'UD' });
}

/** A member's own affairs. */
async function affairs({ shop, once }: Hands): Promise<void> {
  const code = shop.cloud.wechat.phoneCode('anna');
  await once('anna', 'member', 'member.givePhone', { key: 'phone-001', code }, { code: 'another code' });
  const { uploadFolder } = await shop.must('anna', 'member', 'member.profile', {});
  const fileId = await shop.cloud.wechat.upload('anna', `${uploadFolder}/avatar-01.jpg`, jpegOf(256, 256));
  const other = fileId.replace('avatar-01', 'avatar-02');
  await once('anna', 'member', 'member.chooseAvatar', { key: 'avatar-01', fileId }, { fileId: other });
  await once('anna', 'member', 'member.renewCode', { key: 'renew-001' });
  await once('anna', 'member', 'family.invite', { key: 'family-01' });
  const answers = [{ topic: 'checkin', verdict: 'accept' }] as const;
  const denied = [{ topic: 'checkin', verdict: 'reject' }] as const;
  await once('anna', 'member', 'message.grant', { key: 'notice-01', language: 'zh', answers: [...answers] }, { answers: [...denied] });
  const { invitationId: invitation } = await shop.must('anna', 'member', 'referral.mine', {});
  await shop.must('cid', 'member', 'referral.open', { invitation, way: 'card' }, 'device-anna');
  const consent = { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false };
  await shop.must('cid', 'member', 'member.join', consent, 'device-anna');
  const [row] = (await shop.must('operator-1', 'console', 'referral.queue', {})).rows;
  const friend = row?.friend ?? '';
  await shop.must('operator-1', 'console', 'referral.review', { friend, approve: false, reason: 'one phone' });
  await once('anna', 'member', 'referral.appeal', { key: 'appeal-01', friend, words: 'We are two.' }, { words: 'We are three.' });
}

/** Does everything that has a key, once. Gives a way to send a machine's and a file's rows, which are keyed by their order numbers. */
export async function doEverything(shop: TestShop, done: Done[]): Promise<() => Promise<unknown>> {
  const once = doOnce(shop, done);
  const hands: Hands = { shop, once };
  const { cardNumber } = await shop.join('anna');
  shop.cloud.clock.advanceMs(86_400_000);
  const key = await operate(hands, cardNumber);
  await playing(hands);
  await once(
    'anna',
    'member',
    'checkin.makeUp',
    { key: 'make-up-1', day: '2026-11-22', pays: 'points' },
    { pays: 'card' },
    'member.unknown',
  );
  await shopping(hands, cardNumber);
  await vouchers(hands);
  const { sale, row } = await sellOnce(hands, cardNumber);
  const poster = done.find(({ method }) => method === 'store.makeCode')?.answer as { readonly code: string };
  await once('anna', 'member', 'member.scanStoreCode', { key: 'scan-0001', code: poster.code }, { code: '6000000000000000' });
  await affairs(hands);
  const rows = async () => {
    const told = await shop.must('operator-1', 'console', 'purchase.import', { rows: [row], dryRun: false });
    const signed = await sendSigned(shop, [sale], key);
    return { file: told.reports.map(({ points, refusal }) => ({ points, refusal })), machine: signed.answer.value?.rows };
  };
  return rows;
}
