import { addChances } from '@shared/game/chances';
import type { GameReward, GivenReward } from '@shared/game/reward';
import type { ChanceSource } from '@shared/game/types';
import type { Bilingual } from '@shared/kernel/bilingual';
import type { Day } from '@shared/kernel/time';
import { credit } from '@shared/ledger/credit';
import type { Member } from '@shared/member/types';
import type { Programme } from '@shared/store/programme';
import { carry, interact, settleAccount } from '@shared/tier/settleAccount';
import type { Interaction } from '@shared/tier/types';
import type { Transaction } from '../../adapters/transact';
import { accountOf } from '../ledger/accountOf';
import { post } from '../ledger/post';

/** A game that somebody has played, and what it is worth. */
interface Play {
  readonly member: Pick<Member, 'memberId' | 'accountId'>;
  readonly source: Extract<ChanceSource, 'quiz' | 'riddle' | 'jigsaw'>;
  /** Unique within its source: a reward is given once for it. */
  readonly sourceId: string;
  /** For the statement's sentence. */
  readonly name: Bilingual;
  /** Null when the play won nothing; it counts as an interaction all the same. */
  readonly reward: GameReward | null;
  readonly interactions: readonly Interaction[];
}

interface Setting {
  readonly programme: Programme;
  readonly today: Day;
  readonly at: number;
}

/** Gives what a game has won and counts the interaction, in the game's own transaction. The caller makes sure that it happens once. */
export async function rewardPlay(transaction: Transaction, play: Play, { programme, today, at }: Setting): Promise<GivenReward> {
  const { member, source, sourceId, name, reward } = play;
  const account = await accountOf(transaction, member);
  const { tiers, chances: policy } = programme;
  const settled = settleAccount(account, today, tiers);
  const points = reward?.kind === 'points' ? reward.points : 0;
  const note = { gameZh: name.zh, gameEn: name.en };
  const paid = carry(
    settled,
    credit(settled.posting, { kind: 'prize', source: `${source}:${sourceId}`, day: today, points, note }),
    today,
    tiers,
  );
  const played = play.interactions.reduce((carried, kind) => interact(carried, kind, today, tiers), paid);
  if (reward?.kind !== 'chance') {
    await post(transaction, account, played, at);
    return { points, chances: 0 };
  }
  const given = addChances(account, { memberId: member.memberId, source, sourceId, count: reward.count }, policy, { today, at });
  await transaction.add('chanceEntries', given.entries);
  await post(transaction, given.account, played, at);
  return { points: 0, chances: given.entries.at(-1)?.delta ?? 0 };
}
