import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { addDays, type Day } from '@shared/kernel/time';
import type { VoucherPage } from '@shared/voucher/contract';
import type { Voucher, VoucherState, WalletTab } from '@shared/voucher/types';
import type { VoucherView } from '@shared/voucher/view';
import { find, get } from '../../adapters/database';
import { pageThrough, type Listing } from '../../adapters/pageThrough';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadWallet } from './loadWallet';

const pageRows = 20;
/** Revoked ones whose last day has not come yet; there are hardly ever any. */
const revokedMax = 50;
const held: readonly VoucherState[] = ['issued', 'gifting'];

/** The caller's vouchers of one tab, a page at a time: usable (those that end first come first), used and lapsed (latest first). */
export async function mine(
  caller: Caller,
  input: { tab: WalletTab; cursor?: string | undefined },
): Promise<Outcome<VoucherPage, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const wallet = await loadWallet(caller);
  const { memberId } = member.value;
  const { rows, next } = await pageThrough(listings[input.tab](memberId, wallet.today), input.cursor);
  const revoked = input.tab === 'lapsed' && input.cursor === undefined ? await stillRevoked(memberId, wallet.today) : [];
  return accept({ vouchers: [...revoked, ...rows].map((voucher) => wallet.view(voucher)), next });
}

/** One voucher of the caller's. */
export async function one(caller: Caller, input: { voucherId: string }): Promise<Outcome<VoucherView, 'voucher.unknown'>> {
  const [member, voucher] = await Promise.all([findMember(caller), get('vouchers', input.voucherId)]);
  if (!member.ok || voucher === null || voucher.memberId !== member.value.memberId) return refuse('voucher.unknown');
  const wallet = await loadWallet(caller);
  return accept(wallet.view(voucher));
}

const listings: Readonly<Record<WalletTab, (memberId: string, today: Day) => Listing<'vouchers'>>> = {
  usable: (memberId, today) => ({
    collection: 'vouchers',
    filter: { memberId, state: { anyOf: held } },
    field: 'endsOn',
    valueOf: (voucher) => voucher.endsOn ?? '',
    direction: 'asc',
    from: today,
    rows: pageRows,
  }),
  used: (memberId) => ({
    collection: 'vouchers',
    filter: { memberId },
    field: 'redeemed.at',
    valueOf: (voucher) => voucher.redeemed?.at ?? 0,
    direction: 'desc',
    from: Number.MAX_SAFE_INTEGER,
    rows: pageRows,
  }),
  lapsed: (memberId, today) => ({
    collection: 'vouchers',
    filter: { memberId, state: { anyOf: [...held, 'revoked'] } },
    field: 'endsOn',
    valueOf: (voucher) => voucher.endsOn ?? '',
    direction: 'desc',
    from: addDays(today, -1),
    rows: pageRows,
  }),
};

/** Revoked before their last day: they stand on the first page until that day has passed. */
function stillRevoked(memberId: string, today: Day): Promise<readonly Voucher[]> {
  return find('vouchers', { memberId, state: 'revoked', endsOn: { op: 'gte', value: today } }, { limit: revokedMax });
}
