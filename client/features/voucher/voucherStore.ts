import type { Refusal } from '@shared/kernel/refusal';
import type { WalletTab } from '@shared/voucher/types';
import type { VoucherView } from '@shared/voucher/view';
import { call, type CodeOf } from '@/platform/call';
import { type Cell, createCell } from '@/platform/createCell';
import { recall, remember } from '@/platform/storage';

/** One tab of the wallet, as far as it was fetched; null before its first page. */
export interface VoucherList {
  readonly vouchers: readonly VoucherView[] | null;
  readonly next: string | null;
  readonly trouble: Refusal<CodeOf<'member', 'voucher.mine'>> | null;
}

export type VoucherLists = Readonly<Record<WalletTab, VoucherList>>;

const nothing: VoucherList = { vouchers: null, next: null, trouble: null };

/** The member's own vouchers by tab; the usable ones are kept with the person, so that their codes show without network too. */
export const voucherLists: Cell<VoucherLists> = createCell<VoucherLists>({
  usable: { ...nothing, vouchers: recall<readonly VoucherView[]>('person', 'vouchers') },
  used: nothing,
  lapsed: nothing,
});

function set(tab: WalletTab, list: VoucherList): void {
  if (tab === 'usable') remember('person', 'vouchers', list.vouchers);
  voucherLists.set({ ...voucherLists.get(), [tab]: list });
}

async function fetchPage(tab: WalletTab, cursor: string | null): Promise<void> {
  const answer = await call('member', 'voucher.mine', cursor === null ? { tab } : { tab, cursor });
  const list = voucherLists.get()[tab];
  if (!answer.ok) {
    set(tab, { ...list, trouble: answer.refusal });
    return;
  }
  const before = cursor === null ? [] : (list.vouchers ?? []);
  set(tab, { vouchers: [...before, ...answer.value.vouchers], next: answer.value.next, trouble: null });
}

/** Fetches a tab from its beginning. */
export function loadVouchers(tab: WalletTab): Promise<void> {
  return fetchPage(tab, null);
}

/** Fetches the page after what is there. */
export function loadMoreVouchers(tab: WalletTab): Promise<void> {
  return fetchPage(tab, voucherLists.get()[tab].next);
}

/** Puts a voucher as it is now in the place of what the usable tab shows of it. */
export function takeVoucher(voucher: VoucherView): void {
  const list = voucherLists.get().usable;
  if (list.vouchers === null) return;
  set('usable', { ...list, vouchers: list.vouchers.map((each) => (each.voucherId === voucher.voucherId ? voucher : each)) });
}
