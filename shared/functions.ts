import { auditConsole } from './audit/contract';
import { checkinMember } from './checkin/contract';
import { gameMember } from './game/contract';
import { gameConsole } from './game/gameConsole';
import { jigsawMember } from './game/jigsaw/contract';
import { quizMember } from './game/quiz/contract';
import { riddleMember } from './game/riddle/contract';
import { goodsStaff } from './goods/contract';
import { groupConsole, groupStaff } from './store/groupContract';
import { type Contract, edgeRefusals, type InputOf, type OutputOf, type RefusalOf } from './kernel/contract';
import { ledgerConsole, ledgerMember } from './ledger/contract';
import { avatarConsole, avatarMember } from './member/avatar/contract';
import { memberMember } from './member/contract';
import { familyConsole, familyMember } from './member/familyContract';
import { messageConsole, messageMember } from './message/contract';
import { purchaseConsole, purchaseStaff } from './purchase/contract';
import { refundStaff } from './purchase/refundContract';
import { shiftStaff } from './purchase/shiftContract';
import { quoteStaff } from './purchase/quoteContract';
import { referralConsole, referralMember } from './referral/contract';
import { rewardMember, rewardStaff } from './reward/contract';
import { applyRowRefusals, storeConsole, storeStaff } from './store/contract';
import { tierMember } from './tier/contract';
import { paidCardConsole, paidCardMember } from './tier/paidCardContract';
import { bookingMember, bookingStaff } from './voucher/booking/contract';
import { voucherConsole, voucherMember, voucherStaff } from './voucher/contract';

/** Every deployed function that people call, with the methods it answers. The phone imports only the types. */
export const functions = {
  member: {
    ...memberMember,
    ...avatarMember,
    ...ledgerMember,
    ...checkinMember,
    ...rewardMember,
    ...voucherMember,
    ...bookingMember,
    ...gameMember,
    ...quizMember,
    ...riddleMember,
    ...jigsawMember,
    ...tierMember,
    ...paidCardMember,
    ...familyMember,
    ...messageMember,
    ...referralMember,
  },
  staff: {
    ...storeStaff,
    ...goodsStaff,
    ...groupStaff,
    ...purchaseStaff,
    ...refundStaff,
    ...shiftStaff,
    ...quoteStaff,
    ...rewardStaff,
    ...voucherStaff,
    ...bookingStaff,
  },
  console: {
    ...storeConsole,
    ...ledgerConsole,
    ...purchaseConsole,
    ...auditConsole,
    ...paidCardConsole,
    ...familyConsole,
    ...voucherConsole,
    ...gameConsole,
    ...groupConsole,
    ...messageConsole,
    ...referralConsole,
    ...avatarConsole,
  },
} as const;

export type Functions = typeof functions;
export type FunctionName = keyof Functions;
export type MethodOf<F extends FunctionName> = Extract<keyof Functions[F], string>;
export type Input<F extends FunctionName, M extends MethodOf<F>> = InputOf<Functions[F][M]>;
export type Output<F extends FunctionName, M extends MethodOf<F>> = OutputOf<Functions[F][M]>;

type RefusalsOf<F extends FunctionName> = { [M in MethodOf<F>]: RefusalOf<Functions[F][M]> }[MethodOf<F>];
/** Every code that some call can be refused with, including what the edge says and what a file's row can be told. */
export type RefusalCode =
  { [F in FunctionName]: RefusalsOf<F> }[FunctionName] | (typeof edgeRefusals)[number] | (typeof applyRowRefusals)[number];

/** The same codes as values, for the tests and tools that walk through them all. */
export function everyRefusal(): readonly string[] {
  const contracts: readonly Contract[] = Object.values(functions);
  const declared = contracts.flatMap((methods) => Object.values(methods).flatMap((method) => method.refusals));
  return [...new Set<string>([...edgeRefusals, ...applyRowRefusals, ...declared])].sort();
}
