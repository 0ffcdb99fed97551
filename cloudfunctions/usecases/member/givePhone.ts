import { sha256Hex } from '@shared/kernel/digest';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import type { Profile } from '@shared/member/contract';
import { phoneHashOf } from '@shared/member/phone';
import type { Member } from '@shared/member/types';
import { get } from '../../adapters/database';
import { masterKey } from '../../adapters/masterKey';
import { openPhoneCode } from '../../adapters/openPhoneCode';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { giveWaitingGift } from '../referral/giveWaitingGift';
import { loadProgramme } from '../store/loadProgramme';
import { viewProfile } from './profile';

/** Taps that a member's facts remember. */
const tapsMax = 5;

type PhoneOutcome = Outcome<Profile, 'member.unknown' | 'phone.stale' | 'key.reused' | 'busy.tryAgain'>;

/**
 * Keeps the caller's phone number as the platform tells it, which makes it a verified one, with the time at which they gave it. The
 * platform opens a code once, so the tap is kept and tells a repeat, also when the number has been forgotten since.
 */
export async function givePhone(caller: Caller, { key, code }: { key: string; code: string }): Promise<PhoneOutcome> {
  const before = await get('members', caller.openid);
  if (before === null) return refuse('member.unknown');
  const tap = { key, code: sha256Hex(code) };
  const made = before.phoneTaps?.find((each) => each.key === key);
  if (made !== undefined) return made.code === tap.code ? change(caller, (member) => member) : refuse('key.reused');
  const phone = await openPhoneCode(code);
  if (phone === null) return refuse('phone.stale');
  const given = { phone, phoneHash: phoneHashOf(masterKey(), phone), phoneGiven: { key, at: caller.now } };
  const changed = await change(caller, (member) => ({
    ...{ ...member, ...given },
    phoneTaps: [...(member.phoneTaps ?? []).slice(1 - tapsMax), tap],
  }));
  if (changed.ok) await giveWaitingGift(caller);
  return changed;
}

/** Forgets the caller's number and its hash; asking again changes nothing. */
export async function forgetPhone(caller: Caller): Promise<Outcome<Profile, 'member.unknown' | 'busy.tryAgain'>> {
  return change(caller, (member) => (member.phone == null ? member : { ...member, phone: null, phoneHash: null, phoneGiven: null }));
}

async function change(caller: Caller, to: (member: Member) => Member): Promise<Outcome<Profile, 'member.unknown' | 'busy.tryAgain'>> {
  const { offsetMinutes } = await loadProgramme(caller.now);
  return transact(async (transaction): Promise<Outcome<Profile, 'member.unknown'>> => {
    const member = await transaction.get('members', caller.openid);
    if (member === null) return refuse('member.unknown');
    const next = to(member);
    if (next !== member) await transaction.put('members', next);
    return accept(await viewProfile(next, dayOf(caller.now, offsetMinutes)));
  });
}
