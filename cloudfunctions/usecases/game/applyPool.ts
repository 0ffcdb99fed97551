import { poolOf, poolRow, type PoolRow } from '@shared/game/poolRow';
import type { Pool } from '@shared/game/poolTypes';
import type { PackTerms } from '@shared/reward/types';
import { get } from '../../adapters/database';
import { loadProgramme } from '../store/loadProgramme';
import { refuseRow, rowApplier, sameContent } from '../store/rowApplier';
import { writeDocument } from '../store/writeDocument';
import { accept } from '@shared/kernel/refusal';

/** Drafts of pools. Once published, a pool's row may stay in the file but changes nothing: it is bettered by `game.revise` only. */
export const applyPool = rowApplier(
  poolRow,
  (row) => row.id,
  async (row, { dryRun, now }) => {
    for (const shop of row.prizes.flatMap(({ award }) => (award.kind === 'goods' ? (award.shops ?? []) : []))) {
      if ((await get('shops', shop)) === null) return refuseRow('row.unknownShop', { shop });
    }
    const packs = await packsOf(row);
    if (typeof packs === 'string') return refuseRow('row.unknownReward', { reward: packs });
    const { offsetMinutes } = await loadProgramme(now);
    const { content, plan } = poolOf(row, offsetMinutes, packs);
    const before = await get('pools', row.id);
    if (before !== null && before.state !== 'draft') {
      return sameContent(before.content, content) && sameContent(before.plan, plan)
        ? accept('unchanged')
        : refuseRow('row.termsFrozen', {});
    }
    return writeDocument('pools', { ...draft, _id: row.id, name: content.name, content, plan }, dryRun);
  },
);

/** The terms of the service packs that a row names; the first name that is none. */
async function packsOf({ prizes }: PoolRow): Promise<ReadonlyMap<string, PackTerms> | string> {
  const packs = new Map<string, PackTerms>();
  for (const rewardId of prizes.flatMap(({ award }) => (award.kind === 'pack' ? [award.reward] : []))) {
    const terms = (await get('rewards', rewardId))?.pack ?? null;
    if (terms === null) return rewardId;
    packs.set(rewardId, terms);
  }
  return packs;
}

const draft: Omit<Pool, '_id' | 'name' | 'content' | 'plan'> = {
  state: 'draft',
  revision: 0,
  hash: '',
  secretHash: '',
  sealedSecret: '',
  secret: null,
  laidOut: {},
  publishedAt: 0,
  stop: null,
  sealing: null,
  closing: null,
};
