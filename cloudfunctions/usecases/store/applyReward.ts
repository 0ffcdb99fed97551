import { accept } from '@shared/kernel/refusal';
import type { Reward, Unit } from '@shared/reward/types';
import { rewardRow, type RewardRow } from '@shared/store/rows';
import { get } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { refuseRow, rowApplier, sameContent } from './rowApplier';

/** Units added per transaction. */
const unitsPerWrite = 100;

/**
 * Rewards with their units. Raising the stock adds numbered units; it is never lowered, since a unit may already be somebody's
 * (take the reward off sale instead).
 */
export const applyReward = rowApplier(
  rewardRow,
  (row) => row.id,
  async (row, { dryRun }) => {
    for (const shop of row.shops ?? []) {
      if ((await get('shops', shop)) === null) return refuseRow('row.unknownShop', { shop });
    }
    const before = await get('rewards', row.id);
    const have = before?.stock ?? 0;
    if (row.stock < have) return refuseRow('row.stockShrunk', { have });
    const wanted = rewardOf(row);
    if (before !== null && sameContent(before, wanted)) return accept('unchanged');
    if (!dryRun) await stockUp(wanted, have);
    return accept<'created' | 'updated'>(before === null ? 'created' : 'updated');
  },
);

function rewardOf(row: RewardRow): Reward {
  const { id, name, points, stock } = row;
  return {
    _id: id,
    name,
    detail: row.detail ?? { zh: '', en: '' },
    kind: row.kind ?? 'goods',
    pack: row.pack ?? null,
    points,
    stock,
    shopIds: row.shops ?? [],
    active: row.active ?? true,
  };
}

/** Adds units `have + 1 … stock` in steps; each step writes the reward's stock with its units, so a crash leaves no unit uncounted. */
async function stockUp(wanted: Reward, have: number): Promise<void> {
  for (let from = have; ;) {
    const to = Math.min(wanted.stock, from + unitsPerWrite);
    const outcome = await transact(async (transaction) => {
      const units = Array.from({ length: to - from }, (_, index): Unit => ({
        _id: `${wanted._id}#${from + index + 1}`,
        rewardId: wanted._id,
        n: from + index + 1,
        state: 'free',
      }));
      await transaction.add('units', units);
      await transaction.put('rewards', { ...wanted, stock: to });
      return accept(null);
    });
    if (!outcome.ok) throw new Error(`Units of ${wanted._id} could not be added: ${outcome.refusal.code}`);
    if (to === wanted.stock) return;
    from = to;
  }
}
