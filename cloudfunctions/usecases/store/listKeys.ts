import { accept, type Outcome } from '@shared/kernel/refusal';
import type { ShopKeyView } from '@shared/store/contract';
import { find } from '../../adapters/database';
import { viewKey } from './makeKey';

const keysMax = 100;

/** A shop's keys, newest first. */
export async function listKeys(_who: unknown, { shopId }: { shopId: string }): Promise<Outcome<{ readonly keys: readonly ShopKeyView[] }>> {
  const keys = await find('shopKeys', { shopId }, { limit: keysMax, order: [['madeAt', 'desc']] });
  return accept({ keys: keys.map(viewKey) });
}
