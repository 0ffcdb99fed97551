import { addChances } from '@shared/game/chances';
import type { Prize } from '@shared/game/poolTypes';
import type { ChanceEntry, ChancePolicy } from '@shared/game/types';
import type { Day } from '@shared/kernel/time';
import { openPack } from '@shared/reward/pack';
import { credit } from '@shared/ledger/credit';
import type { Account } from '@shared/ledger/types';
import { carry, type Settled } from '@shared/tier/settleAccount';
import type { Tier } from '@shared/tier/types';
import type { Transaction } from '../../adapters/transact';
import { issueVoucher, type PreparedIssue } from '../voucher/issue';

/** What a draw gives its prize with. */
export interface AwardSetting {
  readonly drawId: string;
  readonly key: string;
  readonly memberId: string;
  readonly at: number;
  readonly today: Day;
  readonly tiers: readonly Tier[];
  readonly policy: ChancePolicy;
  /** By coupon. */
  readonly prepared: ReadonlyMap<string, PreparedIssue>;
  /** The unit that the prize took, where it has units. */
  readonly unitId: string | null;
  /** For a service pack, should it be one. */
  readonly packCode: string;
}

/** The account on its way through a draw, with what else is to be written. */
export interface Awarded {
  readonly account: Account;
  readonly settled: Settled;
  readonly entries: readonly ChanceEntry[];
  readonly voucherId: string | null;
  readonly packId: string | null;
}

/** Puts a prize into the wallet, in the draw's own transaction. Goods are their unit, which the draw itself takes. */
export async function giveAward(
  transaction: Transaction,
  { award, name }: Prize,
  before: Awarded,
  setting: AwardSetting,
): Promise<Awarded> {
  const { drawId, today, at } = setting;
  switch (award.kind) {
    case 'points': {
      const prize = {
        kind: 'prize',
        source: drawId,
        day: today,
        points: award.points,
        note: { prizeZh: name.zh, prizeEn: name.en },
      } as const;
      return { ...before, settled: carry(before.settled, credit(before.settled.posting, prize), today, setting.tiers) };
    }
    case 'chance': {
      const grant = { memberId: setting.memberId, source: 'prize', sourceId: drawId, count: award.count } as const;
      const given = addChances(before.account, grant, setting.policy, { today, at });
      return { ...before, account: given.account, entries: [...before.entries, ...given.entries] };
    }
    case 'voucher':
      return { ...before, voucherId: await issue(transaction, award.couponId, before.account._id, setting) };
    case 'pack': {
      // A pack without units goes by its draw, of which there is one.
      const packId = setting.unitId ?? drawId;
      const holder = { memberId: setting.memberId, accountId: before.account._id, code: setting.packCode, at, today };
      await transaction.add('packs', [openPack(packId, { _id: award.rewardId, pack: award.pack }, holder)]);
      return { ...before, packId };
    }
    case 'goods':
    case 'thanks':
      return before;
  }
}

async function issue(transaction: Transaction, couponId: string, accountId: string, setting: AwardSetting): Promise<string> {
  const prepared = setting.prepared.get(couponId);
  if (prepared === undefined) throw new Error(`The coupon ${couponId} of a published pool cannot be issued`);
  const { memberId, drawId, key, at, today } = setting;
  const issued = await issueVoucher(transaction, prepared, { memberId, accountId, source: `draw:${drawId}`, key, at, today, fresh: true });
  // Publication takes coupons without a limit of their own only.
  if (!issued.ok) throw new Error(`The coupon ${couponId} of a published pool was refused: ${issued.refusal.code}`);
  return issued.value._id;
}
