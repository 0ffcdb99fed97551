import { accept, type Outcome } from '@shared/kernel/refusal';
import { viewPack } from '@shared/reward/pack';
import type { PackPage } from '@shared/voucher/contract';
import { pageThrough } from '../../adapters/pageThrough';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadWallet } from './loadWallet';

const pageRows = 20;

/** The caller's service packs, latest first, each with its uses. */
export async function packs(caller: Caller, input: { cursor?: string | undefined }): Promise<Outcome<PackPage, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { mall, today } = await loadWallet(caller);
  const { rows, next } = await pageThrough(
    {
      collection: 'packs',
      filter: { memberId: member.value.memberId },
      field: 'issuedAt',
      valueOf: (pack) => pack.issuedAt,
      direction: 'desc',
      from: Number.MAX_SAFE_INTEGER,
      rows: pageRows,
    },
    input.cursor,
  );
  const rewardOf = (rewardId: string) => mall.rewards.find((reward) => reward._id === rewardId);
  const kept = rows.filter(({ cancelledAt }) => cancelledAt === undefined);
  return accept({ packs: kept.map((pack) => viewPack(pack, rewardOf(pack.rewardId), mall.shops, today)), next });
}
