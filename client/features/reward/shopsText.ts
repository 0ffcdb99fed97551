import type { Bilingual } from '@shared/kernel/bilingual';
import type { Speech } from '@/copy/useSpeech';

/** Where something is handed over: the shops' names, or every shop. */
export function shopsText(shops: readonly Bilingual[], { copy, say }: Speech): string {
  return shops.length === 0 ? copy.house.everyShop : shops.map(say).join(copy.house.comma);
}
