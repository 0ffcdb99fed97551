import type { Day } from '@shared/kernel/time';
import type { StatementLine } from '@shared/ledger/contract';
import { dayText, numberText } from '@/copy/format';
import type { Speech } from '@/copy/useSpeech';

/** A fact that the note keeps in both languages, as `<name>Zh` and `<name>En`. */
function told(line: StatementLine, name: string, { language }: Speech): string | null {
  const value = line.note[`${name}${language === 'zh' ? 'Zh' : 'En'}`];
  return value === undefined ? null : String(value);
}

/** Why the points moved. */
export function entryTitle(line: StatementLine, speech: Speech): string {
  const { ledger } = speech.copy;
  const checkedIn = checkinTitle(line, speech);
  if (checkedIn !== null) return checkedIn;
  const plan = told(line, 'plan', speech);
  if (line.kind === 'return' && plan !== null) return ledger.cancelled(plan);
  const reward = told(line, 'reward', speech);
  if (line.kind === 'return' && reward !== null) return ledger.cancelled(reward);
  const why = line.note['why'];
  if (line.kind === 'return') return ledger.returned;
  if (line.kind === 'reversal' && why === 'refund') return ledger.refunded;
  if (line.kind === 'reversal' && why === 'void') return ledger.voided;
  if (line.kind === 'redemption' && reward !== null) return ledger.redeemed(reward);
  if (line.kind === 'redemption' && line.note['orderNo'] !== undefined) return ledger.paidAsCash;
  const prize = told(line, 'prize', speech);
  if (line.kind === 'prize' && prize !== null) return ledger.won(prize);
  const hint = told(line, 'hint', speech);
  if (line.kind === 'redemption' && hint !== null) return ledger.hint(hint);
  const game = told(line, 'game', speech);
  if (line.kind === 'prize' && game !== null) return ledger.played(game);
  const chances = line.note['chances'];
  if (line.kind === 'redemption' && typeof chances === 'number') return ledger.chances(chances);
  if (line.kind === 'gift' && line.note['gift'] === 'birthday') return ledger.gifts.birthday;
  if (line.kind === 'gift' && line.note['gift'] === 'invited') return ledger.gifts.invited;
  if (line.kind === 'referral') return referralTitle(line, speech);
  return ledger.kinds[line.kind];
}

/** What an inviter's points were for: a friend, a step reached, or taken back again. */
function referralTitle({ note, availableDelta, debtDelta }: StatementLine, { copy }: Speech): string {
  const friends = note['friends'];
  if (availableDelta - debtDelta < 0) return copy.ledger.referralBack;
  return typeof friends === 'number' ? copy.ledger.referralStep(friends) : copy.ledger.kinds.referral;
}

/** What of check-in it was; null for everything else. */
function checkinTitle({ note }: StatementLine, { copy, language }: Speech): string | null {
  const { ledger } = copy;
  const { streak, madeUp, toppedUp, milestone } = note;
  if (typeof streak === 'number') return ledger.checkinDay(streak);
  if (typeof madeUp === 'string') return ledger.madeUp(dayText(madeUp, language));
  if (typeof toppedUp === 'string') return ledger.toppedUp(dayText(toppedUp, language));
  return typeof milestone === 'number' ? ledger.milestone(milestone) : null;
}

/** Which order and where, and what becomes of the points next. `today` decides whether a year is said. */
export function entryDetail(line: StatementLine, today: Day, speech: Speech): string {
  const { copy, language } = speech;
  const orderNo = line.note['orderNo'];
  const parts = [
    orderNo === undefined ? null : copy.ledger.order(String(orderNo)),
    told(line, 'shop', speech),
    line.pendingDelta > 0 && line.releaseOn !== undefined ? copy.ledger.releases(dayText(line.releaseOn, language, today)) : null,
    line.availableDelta > 0 && line.lapseOn !== undefined ? copy.ledger.lapses(dayText(line.lapseOn, language, today)) : null,
    line.debtDelta < 0 ? copy.ledger.paysDebt(numberText(line.debtDelta)) : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** By how much a line changes what the member has; a release moves points without adding any, and shows what became available. */
export function entryPoints(line: StatementLine): number {
  const toSpend = line.availableDelta - line.debtDelta;
  return line.kind === 'release' ? toSpend : toSpend + line.pendingDelta;
}
