import { randomId, randomNumber16 } from '@shared/kernel/id';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf, type Day } from '@shared/kernel/time';
import { credit } from '@shared/ledger/credit';
import { openAccount } from '@shared/ledger/openAccount';
import type { Account } from '@shared/ledger/types';
import type { Home } from '@shared/member/contract';
import { decideJoin, type JoinRefusal, type JoinRequest } from '@shared/member/decideJoin';
import { leftHashOf, leftLately } from '@shared/member/leave';
import type { Card, Member } from '@shared/member/types';
import type { Programme } from '@shared/store/programme';
import type { Works } from '@shared/store/types';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import { masterKey } from '../../adapters/masterKey';
import type { Caller } from '../../adapters/serve';
import { transact, type Transaction } from '../../adapters/transact';
import { post } from '../ledger/post';
import { attribute, prepareAttribution, type Attribution } from '../referral/attribute';
import { inviteeGiftSource } from '../referral/giveGift';
import { loadProgramme } from '../store/loadProgramme';
import { worksAt } from '../store/worksAt';
import { countUsable } from '../voucher/countUsable';
import { issueVoucher, prepareIssue, type PreparedIssue } from '../voucher/issue';
import { viewAvatar } from './avatar/viewAvatar';
import { viewHome } from './home';

/** Rounds of looking for a free unit of the welcome voucher before the card is opened without one. */
const roundsMax = 4;

interface Setting {
  readonly caller: Caller;
  readonly input: JoinRequest;
  readonly programme: Programme;
  readonly works: Works | null;
  readonly today: Day;
  readonly memberId: string;
  readonly cardNumber: string;
  /** The welcome voucher, made ready; null: there is none. */
  readonly prepared: PreparedIssue | null;
  /** Whose friend they are, if somebody's. */
  readonly attribution: Attribution | null;
}

/** Opens a card: facts, card number, account and welcome gift in one transaction. Somebody who joined before gets their home again. */
export async function join(caller: Caller, input: JoinRequest): Promise<Outcome<Home, JoinRefusal | 'busy.tryAgain'>> {
  const [programme, works] = await Promise.all([loadProgramme(caller.now), worksAt(caller.openid, caller.now)]);
  const today = dayOf(caller.now, programme.offsetMinutes);
  const [memberId, cardNumber] = [randomId(caller.random), randomNumber16(caller.random, '9')];
  const { welcomeCoupon } = programme;
  for (let round = 1; ; round += 1) {
    const looked = welcomeCoupon !== null && round <= roundsMax;
    const prepared = looked ? await prepareIssue(welcomeCoupon, caller.now, caller.random) : null;
    const attribution = round <= roundsMax ? await prepareAttribution(caller, input.source?.invitation, programme) : null;
    const setting: Setting = { caller, input, programme, works, today, memberId, cardNumber, prepared, attribution };
    const outcome = await transact((transaction) => open(transaction, setting));
    if (outcome.ok) return outcome;
    const { code, args } = outcome.refusal;
    if (code !== 'taken') return refuse(code, args);
  }
}

async function open(transaction: Transaction, setting: Setting): Promise<Outcome<Home, JoinRefusal | 'busy.tryAgain' | 'taken'>> {
  const { caller, input, programme, works, today, memberId, cardNumber } = setting;
  const before = await transaction.get('members', caller.openid);
  if (before !== null) return again(transaction, before, setting);
  const decided = decideJoin(input, { programme, today, now: caller.now, openid: caller.openid, memberId, cardNumber });
  if (!decided.ok) return decided;
  // Two in 10^14: should the number be taken, the transaction fails on it as a duplicate would, and the member taps again.
  if ((await transaction.get('cards', cardNumber)) !== null) return refuse('busy.tryAgain');
  const member = decided.value;
  const card: Card = {
    _id: cardNumber,
    memberId,
    accountId: memberId,
    openid: caller.openid,
    versions: [{ version: 1, from: caller.now, key: 'join' }],
  };
  await transaction.add('members', [member]);
  await transaction.add('cards', [card]);
  const welcomed = await welcome(transaction, setting);
  if (!welcomed.ok) return welcomed;
  return accept(viewHome(programme, { member, works, ...welcomed.value, avatar: { state: 'none', url: null } }, caller.now, 0));
}

/** The home of somebody who has a card already. */
async function again(transaction: Transaction, member: Member, { caller, programme, works, today }: Setting): Promise<Outcome<Home>> {
  const account = await transaction.get('accounts', member.accountId);
  if (account === null) throw new Error(`Member ${member.memberId} has no account`);
  const vouchers = await countUsable(member.memberId, today);
  const avatar = await viewAvatar(member);
  return accept(viewHome(programme, { member, account, vouchers, avatar, works }, caller.now, 0));
}

/** A new account with its welcome gift, but for who left less than twelve months ago: gifts are not to be farmed by leaving. */
async function welcome(
  transaction: Transaction,
  setting: Setting,
): Promise<Outcome<{ readonly account: Account; readonly vouchers: number }, 'taken'>> {
  const { caller, memberId, programme, today } = setting;
  const comesBack = leftLately(await transaction.get('leftHashes', leftHashOf(masterKey(), caller.openid)), caller.now);
  const vouchers = comesBack ? accept(0) : await giveVoucher(transaction, setting);
  if (!vouchers.ok) return vouchers;
  const joining = { memberId, caller, today, programme, knownBefore: comesBack };
  const invited = await attribute(transaction, setting.attribution, joining);
  if (!invited.ok) return invited;
  const gift = { kind: 'gift', source: 'welcome', day: today, points: comesBack ? 0 : programme.welcomePoints, note: {} } as const;
  const friendGift = { ...gift, source: inviteeGiftSource, points: invited.value.points, note: { gift: 'invited' } };
  const opened = openAccount(memberId, caller.now, today);
  const settled = settleAccount(opened, today, programme.tiers);
  const given = carry(settled, credit(credit(settled.posting, gift), friendGift), today, programme.tiers);
  const account = await post(transaction, opened, given, caller.now);
  return accept({ account, vouchers: vouchers.value + invited.value.vouchers });
}

/** Gives the welcome voucher and says how many that were: none when there is none left. */
async function giveVoucher(transaction: Transaction, { prepared, memberId, caller, today }: Setting): Promise<Outcome<number, 'taken'>> {
  if (prepared === null) return accept(0);
  const request = { memberId, accountId: memberId, source: 'gift:welcome', key: 'join', at: caller.now, today };
  const issued = await issueVoucher(transaction, prepared, request);
  if (issued.ok) return accept(1);
  return issued.refusal.code === 'taken' ? refuse('taken') : accept(0);
}
