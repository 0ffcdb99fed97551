import type { HintReceipt } from '@shared/game/riddle/contract';
import { decideHint, newState, viewRiddle } from '@shared/game/riddle/decideGuess';
import { accept, type Outcome } from '@shared/kernel/refusal';
import { redeem } from '@shared/ledger/redeem';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import type { Caller } from '../../../adapters/serve';
import { transact } from '../../../adapters/transact';
import { accountOf } from '../../ledger/accountOf';
import { post } from '../../ledger/post';
import { findRiddle } from './findRiddle';

interface Wish {
  readonly key: string;
  readonly festivalId: string;
  readonly riddleId: string;
  readonly number: number;
}

type HintRefusal =
  'member.unknown' | 'riddle.unknown' | 'riddle.closed' | 'riddle.over' | 'riddle.noHint' | 'points.short' | 'busy.tryAgain';

/** A hint for points. Its number is its natural key: one that was bought is told again and costs nothing more. */
export async function hint(caller: Caller, wish: Wish): Promise<Outcome<HintReceipt, HintRefusal>> {
  const found = await findRiddle(caller, wish);
  if (!found.ok) return found;
  const { member, programme, today, festival, riddle, open } = found.value;
  return transact(async (transaction) => {
    const id = `${member.memberId}:${riddle._id}`;
    const before = (await transaction.get('riddleStates', id)) ?? newState(member.memberId, riddle, caller.device);
    const decided = decideHint(before, wish, riddle, festival.tries, caller.now);
    if (!open.ok && (!decided.ok || decided.value.isNew)) return open;
    if (!decided.ok) return decided;
    const account = await accountOf(transaction, member);
    const settled = settleAccount(account, today, programme.tiers);
    const view = viewRiddle(riddle, festival, decided.value.state);
    if (!decided.value.isNew) return accept({ riddle: view, available: settled.posting.balance.available });
    const note = { hintZh: festival.name.zh, hintEn: festival.name.en };
    const paid = redeem(settled.posting, { source: `hint:${id}:${wish.number}`, day: today, points: festival.hintPoints, note });
    if (!paid.ok) return paid;
    await transaction.put('riddleStates', decided.value.state);
    const next = await post(transaction, account, carry(settled, paid.value, today, programme.tiers), caller.now);
    return accept({ riddle: view, available: next.available });
  });
}
