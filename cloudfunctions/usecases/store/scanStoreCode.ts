import { addChances, chanceRoom } from '@shared/game/chances';
import type { Bilingual } from '@shared/kernel/bilingual';
import { hasLuhnDigit } from '@shared/kernel/id';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf, type Day } from '@shared/kernel/time';
import { credit } from '@shared/ledger/credit';
import type { StoreCodeGain } from '@shared/member/contract';
import type { Member } from '@shared/member/types';
import type { Programme } from '@shared/store/programme';
import { sliceMax, sliceOrder, type StoreCode, type StoreCodeScan } from '@shared/store/storeCode';
import type { Shop } from '@shared/store/types';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import { find, get } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { transact, type Transaction } from '../../adapters/transact';
import { accountOf } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { findMember } from '../member/findMember';
import { findShop } from './admitStaff';
import { loadProgramme } from './loadProgramme';

type ScanRefusal = 'member.unknown' | 'key.reused' | 'storeCode.unknown' | 'storeCode.done' | 'storeCode.full' | 'chance.dayLimit';

/** Everything the transaction needs, read before it. */
interface Setting {
  readonly member: Member;
  readonly code: StoreCode;
  readonly shop: Shop;
  readonly programme: Programme;
  readonly key: string;
  readonly today: Day;
  readonly now: number;
}

/**
 * Gives what a shop's poster code is good for: points or a chance, once per person and day, within the code's cap of the day.
 * The same tap again gets its first answer.
 */
export async function scanStoreCode(
  caller: Caller,
  { key, code: digits }: { key: string; code: string },
): Promise<Outcome<StoreCodeGain, ScanRefusal | 'busy.tryAgain'>> {
  const [member, programme] = await Promise.all([findMember(caller), loadProgramme(caller.now)]);
  if (!member.ok) return member;
  const [before] = await find('storeCodeScans', { memberId: member.value.memberId, key }, { limit: 1 });
  if (before !== undefined) return before._id.startsWith(`${digits}:`) ? repeat(before, caller.now) : refuse('key.reused');
  const code = hasLuhnDigit(digits) ? await get('storeCodes', digits) : null;
  const shop = code === null ? null : await findShop(code.shopId, caller.now);
  if (code === null || code.closedAt !== null || shop?.active !== true) return refuse('storeCode.unknown');
  const today = dayOf(caller.now, programme.offsetMinutes);
  const setting: Setting = { member: member.value, code, shop, programme, key, today, now: caller.now };
  return transact((transaction) => perform(transaction, setting));
}

async function perform(transaction: Transaction, setting: Setting): Promise<Outcome<StoreCodeGain, ScanRefusal>> {
  const { member, code, shop, key, today, now } = setting;
  const id = `${code._id}:${member.memberId}:${today}`;
  const before = await transaction.get('storeCodeScans', id);
  if (before !== null) return before.key === key ? accept(viewGain(before, shop.name)) : refuse('storeCode.done');
  const chances = code.kind === 'draw' ? 1 : 0;
  const scan: StoreCodeScan = {
    _id: id,
    key,
    memberId: member.memberId,
    shopId: shop._id,
    day: today,
    at: now,
    points: code.points,
    chances,
  };
  if (!(await takeRoom(transaction, code, member.memberId, today))) return refuse('storeCode.full');
  const given = await give(transaction, setting, scan);
  if (!given.ok) return given;
  await transaction.add('storeCodeScans', [scan]);
  return accept(viewGain(scan, shop.name));
}

/** Takes one of the day's cap from the first slice that has room. */
async function takeRoom(transaction: Transaction, { _id, perDayMax }: StoreCode, memberId: string, today: Day): Promise<boolean> {
  for (const slice of sliceOrder(memberId)) {
    const id = `${_id}:${today}:${slice}`;
    const used = (await transaction.get('storeCodeSlices', id))?.used ?? 0;
    if (used >= sliceMax(perDayMax, slice)) continue;
    await transaction.put('storeCodeSlices', { _id: id, used: used + 1 });
    return true;
  }
  return false;
}

async function give(
  transaction: Transaction,
  { member, code, shop, programme, today, now }: Setting,
  scan: StoreCodeScan,
): Promise<Outcome<null, 'chance.dayLimit'>> {
  const account = await accountOf(transaction, member);
  const settled = settleAccount(account, today, programme.tiers);
  if (code.kind === 'earn') {
    const note = { shopZh: shop.name.zh, shopEn: shop.name.en };
    const gift = { kind: 'gift', source: `store:${scan._id}`, day: today, points: code.points, note } as const;
    await post(transaction, account, carry(settled, credit(settled.posting, gift), today, programme.tiers), now);
    return accept(null);
  }
  const policy = programme.chances;
  const grant = { memberId: member.memberId, source: 'storeCode', sourceId: scan._id, count: 1 } as const;
  if (chanceRoom(account, grant, policy, today) < 1) return refuse('chance.dayLimit', { max: policy.perDayMax.storeCode ?? 0 });
  const given = addChances(account, grant, policy, { today, at: now });
  await transaction.add('chanceEntries', given.entries);
  await post(transaction, given.account, settled, now);
  return accept(null);
}

/** What this very tap got before, whenever that was and whatever has become of the code and its shop. */
async function repeat(scan: StoreCodeScan, now: number): Promise<Outcome<StoreCodeGain, never>> {
  const shop = await findShop(scan.shopId, now);
  return accept(viewGain(scan, shop?.name ?? { zh: scan.shopId, en: scan.shopId }));
}

function viewGain({ points, chances }: StoreCodeScan, shop: Bilingual): StoreCodeGain {
  return { points, chances, shop };
}
