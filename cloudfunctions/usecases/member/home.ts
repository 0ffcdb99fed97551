import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import type { Account } from '@shared/ledger/types';
import { viewPoints } from '@shared/ledger/view';
import type { Home, Welcome } from '@shared/member/contract';
import type { AvatarView } from '@shared/member/avatar/types';
import { viewFaces } from '@shared/member/face';
import { codeSecretHex } from '@shared/member/secret';
import type { Member } from '@shared/member/types';
import { noticesOf } from '@shared/message/notices';
import { viewNotices } from '@shared/message/viewNotices';
import type { Programme } from '@shared/store/programme';
import type { Works } from '@shared/store/types';
import { settleAccount } from '@shared/tier/settleAccount';
import { periodOn, viewPaidCard } from '@shared/tier/paidCard';
import { viewTier } from '@shared/tier/view';
import { get } from '../../adapters/database';
import { masterKey } from '../../adapters/masterKey';
import type { Caller } from '../../adapters/serve';
import { checkinNow } from '../checkin/checkinNow';
import { loadProgramme } from '../store/loadProgramme';
import { worksAt } from '../store/worksAt';
import { countUsable } from '../voucher/countUsable';
import { viewAvatar } from './avatar/viewAvatar';

/**
 * Everything the first screen shows: two reads (personal facts, account), a count (vouchers), once an hour a link to one's picture, and
 * settings and who works here when over 30 s old.
 */
export async function home(caller: Caller, input: { codeVersionHeld: number }): Promise<Outcome<Home | Welcome>> {
  const [programme, works] = await Promise.all([loadProgramme(caller.now), worksAt(caller.openid, caller.now)]);
  const member = await get('members', caller.openid);
  if (member === null) return accept(welcome(programme, works));
  const [account, vouchers, avatar] = await Promise.all([
    get('accounts', member.accountId),
    countUsable(member.memberId, dayOf(caller.now, programme.offsetMinutes)),
    viewAvatar(member),
  ]);
  if (account === null) throw new Error(`Member ${member.memberId} has no account`);
  return accept(viewHome(programme, { member, account, vouchers, avatar, works }, caller.now, input.codeVersionHeld));
}

function welcome(programme: Programme, works: Works | null): Welcome {
  return {
    joined: false,
    programmeName: programme.name,
    consentVersion: programme.consentVersion,
    welcomePoints: programme.welcomePoints,
    works,
    offsetMinutes: programme.offsetMinutes,
  };
}

/** What of a member the home shows: personal facts, account, how many vouchers can be used, and where they work. */
interface Shown {
  readonly member: Member;
  readonly account: Account;
  readonly vouchers: number;
  readonly avatar: AvatarView;
  readonly works: Works | null;
}

/** The home of a member at an instant; the secret goes along when the phone holds another version. */
export function viewHome(
  programme: Programme,
  { member, account, vouchers, avatar, works }: Shown,
  now: number,
  codeVersionHeld: number,
): Home {
  const today = dayOf(now, programme.offsetMinutes);
  const { posting, standing } = settleAccount(account, today, programme.tiers);
  const code = { version: member.codeVersion, secretHex: codeSecretHex(masterKey(), member.memberId, member.codeVersion) };
  return {
    joined: true,
    nickname: member.nickname,
    avatar,
    cardNumber: member.cardNumber,
    joinedAt: member.joinedAt,
    tier: viewTier(standing, today, programme.tiers),
    points: viewPoints(posting.balance),
    checkin: checkinNow({ ...account, ...posting.balance, ...standing }, { member, programme, today }).checkin,
    ...viewFaces(member, standing.tier, periodOn(account.paidCard, today) !== null),
    paidCard: viewPaidCard(account.paidCard, today),
    vouchers,
    codeVersion: member.codeVersion,
    notices: viewNotices(noticesOf(member), programme.messages),
    leavingAt: member.leavingAt ?? null,
    works,
    code: codeVersionHeld === member.codeVersion ? null : code,
    offsetMinutes: programme.offsetMinutes,
  };
}
