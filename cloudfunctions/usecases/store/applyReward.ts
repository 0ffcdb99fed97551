import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
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
    const shrunk = dryRun ? null : await stockUp(wanted);
    if (shrunk !== null) return refuseRow('row.stockShrunk', { have: shrunk });
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

/**
 * Adds the units that the reward lacks in steps; each step reads the stock and writes it with its units, so that a crash leaves no unit
 * uncounted and two operators at once cannot lose each other's. Gives the stock when somebody has raised it beyond what is wanted.
 */
async function stockUp(wanted: Reward): Promise<number | null> {
  for (;;) {
    const outcome = await transact(async (transaction): Promise<Outcome<number, 'row.stockShrunk'>> => {
      const have = (await transaction.get('rewards', wanted._id))?.stock ?? 0;
      if (wanted.stock < have) return refuse('row.stockShrunk', { have });
      const to = Math.min(wanted.stock, have + unitsPerWrite);
      const units = Array.from({ length: to - have }, (_, index): Unit => ({
        _id: `${wanted._id}#${have + index + 1}`,
        rewardId: wanted._id,
        n: have + index + 1,
        state: 'free',
      }));
      await transaction.add('units', units);
      await transaction.put('rewards', { ...wanted, stock: to });
      return accept(to);
    });
    if (outcome.ok && outcome.value === wanted.stock) return null;
    if (outcome.ok) continue;
    if (outcome.refusal.code === 'row.stockShrunk') return Number(outcome.refusal.args?.['have']);
    throw new Error(`Units of ${wanted._id} could not be added: ${outcome.refusal.code}`);
  }
}
