import { bookingCollections } from './bookingCollections';
import type { CollectionDeclaration } from './collectionDeclaration';
import { gameCollections } from './gameCollections';
import { ledgerCollections } from './ledgerCollections';

/**
 * Every collection the programme has, with its indexes: read by the local cloud and by deployment alike.
 * All are closed to phones (`closedToClients`): only functions read and write.
 */
export const collections: readonly CollectionDeclaration[] = [
  ...ledgerCollections,
  { name: 'programme', indexes: [] },
  { name: 'shops', indexes: [] },
  { name: 'shopKeys', indexes: [{ name: 'shopMade', keys: { shopId: 1, madeAt: -1 } }] },
  { name: 'storeCodes', indexes: [{ name: 'shopOpen', keys: { shopId: 1, closedAt: 1, madeAt: -1 } }] },
  { name: 'storeCodeSlices', indexes: [] },
  {
    name: 'storeCodeScans',
    indexes: [
      { name: 'memberAt', keys: { memberId: 1, at: -1 } },
      { name: 'memberKey', keys: { memberId: 1, key: 1 } },
    ],
  },
  { name: 'staff', indexes: [{ name: 'staffId', keys: { staffId: 1 } }] },
  { name: 'categories', indexes: [] },
  { name: 'rewards', indexes: [] },
  {
    name: 'units',
    indexes: [
      { name: 'rewardStateNumber', keys: { rewardId: 1, state: 1, n: 1 } },
      { name: 'memberRedeemed', keys: { memberId: 1, redeemedAt: -1 } },
      { name: 'pickupCode', keys: { pickupCode: 1 } },
      { name: 'handedOverBy', keys: { 'handOver.staffId': 1, 'handOver.at': 1 } },
      { name: 'untoldAt', keys: { untoldAt: 1 } },
    ],
  },
  { name: 'causes', indexes: [] },
  {
    name: 'donations',
    indexes: [
      { name: 'causeId', keys: { causeId: 1 } },
      { name: 'memberCause', keys: { memberId: 1, causeId: 1 } },
    ],
  },
  {
    name: 'packs',
    indexes: [
      { name: 'memberIssued', keys: { memberId: 1, issuedAt: -1 } },
      { name: 'code', keys: { code: 1 } },
    ],
  },
  { name: 'gifts', indexes: [] },
  { name: 'voucherGrants', indexes: [] },
  {
    name: 'members',
    indexes: [
      { name: 'memberId', keys: { memberId: 1 } },
      { name: 'birthdayDate', keys: { birthdayDate: 1, _id: 1 } },
      { name: 'phoneHash', keys: { phoneHash: 1 } },
      { name: 'joinedDate', keys: { joinedDate: 1, _id: 1 } },
      { name: 'groupJoined', keys: { 'source.group': 1, joinedAt: 1 } },
      { name: 'checkinAsked', keys: { 'notices.grants.checkin': 1, _id: 1 } },
    ],
  },
  { name: 'cards', indexes: [] },
  { name: 'checkins', indexes: [{ name: 'memberMonth', keys: { memberId: 1, month: 1 } }] },
  { name: 'codeUses', indexes: [] },
  { name: 'visits', indexes: [{ name: 'memberDevice', keys: { memberId: 1, device: 1, endsAt: -1 } }] },
  { name: 'quotes', indexes: [] },
  {
    name: 'purchases',
    indexes: [
      { name: 'staffAt', keys: { staffId: 1, at: -1 } },
      { name: 'orderNo', keys: { orderNo: 1, at: -1 } },
      { name: 'memberAt', keys: { memberId: 1, at: -1 } },
      { name: 'accountAt', keys: { accountId: 1, at: -1 } },
      { name: 'releaseOn', keys: { releaseOn: 1, _id: 1 } },
    ],
  },
  {
    name: 'refunds',
    indexes: [
      { name: 'staffAt', keys: { staffId: 1, at: 1 } },
      { name: 'shopAt', keys: { shopId: 1, at: 1 } },
    ],
  },
  { name: 'tills', indexes: [{ name: 'openDay', keys: { open: 1, day: 1 } }] },
  { name: 'shifts', indexes: [{ name: 'shopDay', keys: { shopId: 1, day: 1 } }] },
  { name: 'attempts', indexes: [] },
  { name: 'audit', indexes: [{ name: 'at', keys: { at: -1 } }] },
  { name: 'proposals', indexes: [{ name: 'stateProposed', keys: { state: 1, proposedAt: -1 } }] },
  {
    name: 'products',
    indexes: [
      { name: 'categoryId', keys: { categoryId: 1 } },
      { name: 'newOn', keys: { newOn: 1, _id: 1 } },
    ],
  },
  { name: 'offers', indexes: [] },
  { name: 'coupons', indexes: [{ name: 'code', keys: { code: 1 } }] },
  {
    name: 'vouchers',
    indexes: [
      { name: 'couponStateNumber', keys: { couponId: 1, state: 1, n: 1 } },
      { name: 'stateCoupon', keys: { state: 1, couponId: 1 } },
      { name: 'stateEnds', keys: { state: 1, endsOn: 1 } },
      { name: 'couponRedeemed', keys: { couponId: 1, 'redeemed.at': 1 } },
      { name: 'memberEnds', keys: { memberId: 1, endsOn: -1 } },
      { name: 'memberStateEnds', keys: { memberId: 1, state: 1, endsOn: 1 } },
      { name: 'memberRedeemed', keys: { memberId: 1, 'redeemed.at': -1 } },
      { name: 'redeemedBy', keys: { 'redeemed.staffId': 1, 'redeemed.at': 1 } },
      { name: 'code', keys: { code: 1 } },
    ],
  },
  ...bookingCollections,
  {
    name: 'claims',
    indexes: [
      { name: 'memberCoupon', keys: { memberId: 1, couponId: 1 } },
      { name: 'memberKey', keys: { memberId: 1, key: 1 } },
    ],
  },
  {
    name: 'outbox',
    indexes: [
      { name: 'stateDue', keys: { state: 1, dueAt: 1 } },
      { name: 'statePriorityDue', keys: { state: 1, priority: 1, dueAt: 1 } },
      { name: 'memberState', keys: { memberId: 1, state: 1 } },
      { name: 'memberInbox', keys: { memberId: 1, inboxAt: -1 } },
      { name: 'ref', keys: { ref: 1 } },
    ],
  },
  { name: 'grantEntries', indexes: [{ name: 'memberAt', keys: { memberId: 1, at: -1 } }] },
  { name: 'templateStops', indexes: [] },
  { name: 'festivals', indexes: [] },
  { name: 'groups', indexes: [] },
  { name: 'chanceEntries', indexes: [{ name: 'accountSeq', keys: { accountId: 1, seq: 1 } }] },
  {
    name: 'pools',
    indexes: [
      { name: 'publishedAt', keys: { publishedAt: -1 } },
      { name: 'state', keys: { state: 1 } },
      { name: 'tellAfter', keys: { tellAfter: 1 } },
    ],
  },
  { name: 'poolRevisions', indexes: [{ name: 'poolRevision', keys: { poolId: 1, revision: 1 } }] },
  {
    name: 'draws',
    indexes: [
      { name: 'poolDrawer', keys: { poolId: 1, drawer: 1, counter: 1 } },
      { name: 'poolWon', keys: { poolId: 1, won: 1, at: -1 } },
      { name: 'accountChances', keys: { accountId: 1, chanceSeq: 1 } },
    ],
  },
  { name: 'invitations', indexes: [] },
  { name: 'inviters', indexes: [] },
  {
    name: 'referrals',
    indexes: [
      { name: 'inviterOpened', keys: { inviterId: 1, openedAt: -1, _id: 1 } },
      { name: 'inviteeId', keys: { inviteeId: 1 } },
      { name: 'friendId', keys: { friendId: 1 } },
      { name: 'stateId', keys: { state: 1, _id: 1 } },
      { name: 'stateUntil', keys: { state: 1, openUntil: 1 } },
      { name: 'stateDue', keys: { state: 1, dueOn: 1 } },
      { name: 'reviewAt', keys: { review: 1, reviewAt: 1, _id: 1 } },
    ],
  },
  ...gameCollections,
  {
    name: 'avatars',
    indexes: [
      { name: 'memberId', keys: { memberId: 1 } },
      { name: 'dueAt', keys: { dueAt: 1 } },
      { name: 'stateReview', keys: { state: 1, reviewAt: 1 } },
    ],
  },
  { name: 'pictureChecks', indexes: [{ name: 'at', keys: { at: 1 } }] },
  { name: 'leavings', indexes: [{ name: 'stateErase', keys: { state: 1, eraseAt: 1 } }] },
  { name: 'leftHashes', indexes: [{ name: 'until', keys: { until: 1 } }] },
  {
    name: 'exports',
    indexes: [
      { name: 'stateAsked', keys: { state: 1, askedAt: 1 } },
      { name: 'stateLapses', keys: { state: 1, lapsesAt: 1 } },
    ],
  },
  { name: 'jobMarks', indexes: [] },
  { name: 'leases', indexes: [] },
  { name: 'dayMarks', indexes: [] },
];

/** The security rule of every collection. */
export const closedToClients = { read: false, write: false } as const;
