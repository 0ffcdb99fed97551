import { rewardCause } from './en/rewardCause';
import { checkin } from './en/checkin';
import { game } from './en/game';
import { gameDraw } from './en/gameDraw';
import { house } from './en/house';
import { ledger } from './en/ledger';
import { member } from './en/member';
import { memberPrivacy } from './en/memberPrivacy';
import { message } from './en/message';
import { memberRights } from './en/memberRights';
import { purchase } from './en/purchase';
import { purchaseLate } from './en/purchaseLate';
import { refund } from './en/refund';
import { ledgerRace } from './en/ledgerRace';
import { reward } from './en/reward';
import { shift } from './en/shift';
import { store } from './en/store';
import { storeCode } from './en/storeCode';
import { tier } from './en/tier';
import { voucher } from './en/voucher';
import type { Copy } from './zh';

/** Every text of the interface in English; one that is missing does not compile. */
export const en: Copy = {
  rewardCause,
  checkin,
  game,
  gameDraw,
  house,
  ledger,
  member,
  memberPrivacy,
  message,
  memberRights,
  purchase,
  purchaseLate,
  refund,
  ledgerRace,
  reward,
  shift,
  store,
  storeCode,
  tier,
  voucher,
};
