import { randomNumber16, type RandomBytes } from '@shared/kernel/id';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf, type Day } from '@shared/kernel/time';
import { firstFreeClaim, stands } from '@shared/voucher/claims';
import { freeCopy, issueCopy } from '@shared/voucher/issueCopy';
import type { Claim, Coupon, Voucher } from '@shared/voucher/types';
import { find } from '../../adapters/database';
import type { Transaction } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { findFreeUnit } from './findFreeUnit';
import { loadCoupons } from './loadCoupons';

/** What a transaction needs to issue a voucher: made before it, since a transaction asks by id only and may run again. */
export interface PreparedIssue {
  readonly coupon: Coupon;
  /** A free unit to try; null where the total is not limited, or where every unit is committed as taken. */
  readonly unitId: string | null;
  readonly code: string;
  /** The number of the member's next claim, as far as is committed: the transaction looks on from there. */
  readonly nextClaim: number;
}

/** Who gets it and why. */
export interface IssueRequest {
  readonly memberId: string;
  readonly accountId: string;
  /** `<source kind>:<id>`; where nothing else tells two grants apart, this does. */
  readonly source: string;
  /** The tap's key. */
  readonly key: string;
  /** The word that a claim names. */
  readonly word?: string;
  readonly at: number;
  readonly today: Day;
  /** Whether it counts towards the coupon's limit per member; grants do not. */
  readonly claims?: boolean;
  /** The caller knows by its own record that this source never gave one, so nothing need be looked up. */
  readonly fresh?: boolean;
}

export type IssueRefusal = 'voucher.gone' | 'voucher.limit' | 'taken';

/** Before the transaction: the template (at most 30 s old) and, for a limited coupon, a free unit to try. Null: nothing can be issued. */
export async function prepareIssue(couponId: string, now: number, random: RandomBytes): Promise<PreparedIssue | null> {
  const [coupons, { offsetMinutes }] = await Promise.all([loadCoupons(now), loadProgramme(now)]);
  const coupon = coupons.get(couponId);
  if (coupon?.active !== true) return null;
  if (coupon.validity.kind === 'fixed' && coupon.validity.to < dayOf(now, offsetMinutes)) return null;
  const unitId = coupon.totalMax === null ? null : await findFreeUnit(coupon, random);
  return { coupon, unitId, code: randomNumber16(random, '7'), nextClaim: 1 };
}

/** More claims of one coupon than any limit allows. */
const claimsMax = 100;

/** As `prepareIssue`, for a claim by a member: how many of this coupon they have had is looked up too. */
export async function prepareClaim(couponId: string, memberId: string, now: number, random: RandomBytes): Promise<PreparedIssue | null> {
  const [prepared, claims] = await Promise.all([
    prepareIssue(couponId, now, random),
    find('claims', { memberId, couponId }, { limit: claimsMax }),
  ]);
  return prepared === null ? null : { ...prepared, nextClaim: firstFreeClaim(claims) };
}

/**
 * Issues one voucher in the caller's transaction. The same key again (of a claim), or the same source again (of a grant without a
 * total limit), gives the voucher it gave first. `taken`: that unit, or that place among the member's claims, was just taken by
 * somebody else; prepare again and run the whole transaction again.
 */
export async function issueVoucher(
  transaction: Transaction,
  prepared: PreparedIssue,
  request: IssueRequest,
): Promise<Outcome<Voucher, IssueRefusal>> {
  const { coupon } = prepared;
  const place = request.claims === true ? await placeOf(transaction, prepared, request) : accept(noClaim);
  if (!place.ok) return place;
  const { claimId, freed, earlier } = place.value;
  if (earlier !== null) return accept(earlier);
  const free = await freeOf(transaction, prepared, request, claimId);
  if (!free.ok) return free;
  if (free.value.state !== 'free') return accept(free.value);
  const voucher = issueCopy(free.value, coupon, { ...request, code: prepared.code });
  await transaction.put('vouchers', voucher);
  if (claimId === null) return accept(voucher);
  const claim = claimOf(claimId, voucher, request);
  await (freed ? transaction.put('claims', claim) : transaction.add('claims', [claim]));
  return accept(voucher);
}

interface Place {
  /** Id of the claim to write; null where it counts as none. */
  readonly claimId: string | null;
  /** Whether it is that of a claim that was given back. */
  readonly freed: boolean;
  /** What this very tap got before. */
  readonly earlier: Voucher | null;
}

const noClaim: Place = { claimId: null, freed: false, earlier: null };

/** The member's next claim: the first number without a standing one, read in order; or what this very tap got before. */
async function placeOf(
  transaction: Transaction,
  { coupon, nextClaim }: PreparedIssue,
  { memberId, key }: IssueRequest,
): Promise<Outcome<Place, 'voucher.limit'>> {
  for (let k = nextClaim; k <= coupon.perMemberMax; k += 1) {
    const claimId = `${coupon._id}:${memberId}:${k}`;
    const claim = await transaction.get('claims', claimId);
    if (claim === null || !stands(claim)) return accept({ claimId, freed: claim !== null, earlier: null });
    if (claim.key !== key) continue;
    const earlier = await transaction.get('vouchers', claim.voucherId);
    if (earlier === null) throw new Error(`Claim ${claimId} names a voucher that does not exist`);
    return accept({ claimId, freed: false, earlier });
  }
  return refuse('voucher.limit', { most: coupon.perMemberMax });
}

/** The copy to issue: the unit that was found free, or one made for this claim or grant. */
async function freeOf(
  transaction: Transaction,
  { coupon, unitId }: PreparedIssue,
  { memberId, source, fresh = false }: IssueRequest,
  claimId: string | null,
): Promise<Outcome<Voucher, 'voucher.gone' | 'taken'>> {
  if (coupon.totalMax !== null) {
    if (unitId === null) return refuse('voucher.gone');
    const unit = await transaction.get('vouchers', unitId);
    return unit?.state === 'free' ? accept(unit) : refuse('taken');
  }
  if (claimId !== null) return accept(freeCopy(claimId, coupon._id));
  const id = `${coupon._id}:${memberId}:${source}`;
  return accept((fresh ? null : await transaction.get('vouchers', id)) ?? freeCopy(id, coupon._id));
}

function claimOf(claimId: string, voucher: Voucher, { memberId, key, word, at }: IssueRequest): Claim {
  const claim = { _id: claimId, couponId: voucher.couponId, memberId, voucherId: voucher._id, key, at };
  return word === undefined ? claim : { ...claim, word };
}
