import type { QuoteView } from '@shared/purchase/quote';

type Shown = Pick<QuoteView['vouchers'][number], 'voucherId' | 'group' | 'exclusive'>;

/**
 * The vouchers chosen after one was pressed: one that was used is let go; one that was not takes the place of those it cannot be used
 * with (an exclusive one of all others, otherwise those that are exclusive or of its group).
 */
export function toggleVoucher({ vouchers, others }: Pick<QuoteView, 'vouchers' | 'others'>, voucherId: string): readonly string[] {
  const used: readonly Shown[] = vouchers;
  if (used.some((each) => each.voucherId === voucherId)) return idsOf(used.filter((each) => each.voucherId !== voucherId));
  const pressed = others.find((each) => each.voucherId === voucherId);
  if (pressed?.usable !== true) return idsOf(used);
  const kept = pressed.exclusive ? [] : used.filter((each) => !each.exclusive && each.group !== pressed.group);
  return [...idsOf(kept), voucherId];
}

function idsOf(vouchers: readonly Shown[]): string[] {
  return vouchers.map(({ voucherId }) => voucherId);
}
