import { rewardCause } from './zh/rewardCause';
import { memberAvatar } from './zh/memberAvatar';
import { booking } from './zh/booking';
import { checkin } from './zh/checkin';
import { game } from './zh/game';
import { gameRiddle } from './zh/gameRiddle';
import { gameJigsaw } from './zh/gameJigsaw';
import { gameQuiz } from './zh/gameQuiz';
import { gameDraw } from './zh/gameDraw';
import { house } from './zh/house';
import { ledger } from './zh/ledger';
import { family } from './zh/family';
import { member } from './zh/member';
import { memberFace } from './zh/memberFace';
import { memberPrivacy } from './zh/memberPrivacy';
import { message } from './zh/message';
import { memberRights } from './zh/memberRights';
import { paidCard } from './zh/paidCard';
import { purchase } from './zh/purchase';
import { purchaseGoods } from './zh/purchaseGoods';
import { purchaseLate } from './zh/purchaseLate';
import { referral } from './zh/referral';
import { referralReview } from './zh/referralReview';
import { refund } from './zh/refund';
import { ledgerRace } from './zh/ledgerRace';
import { reward } from './zh/reward';
import { shift } from './zh/shift';
import { store } from './zh/store';
import { storeCode } from './zh/storeCode';
import { storeGroup } from './zh/storeGroup';
import { storeJobs } from './zh/storeJobs';
import { storeSettings } from './zh/storeSettings';
import { tier } from './zh/tier';
import { voucher } from './zh/voucher';

/** What people read about themselves and what they do with their card. */
const zhOfMembers = { memberAvatar, checkin, member, memberFace, memberPrivacy, memberRights, message, referral };
/** What people read about what they hold: points, tier, paid card, an account that is shared. */
const zhOfAccounts = { family, ledger, ledgerRace, paidCard, tier };
/** What people read when they play. */
const zhOfGames = { game, gameDraw, gameJigsaw, gameQuiz, gameRiddle };
/** What a shop says at its till. */
const zhOfTills = { purchase, purchaseGoods, purchaseLate, refund, shift };
/** What else a shop says: its rooms, its shelf. */
const zhOfShops = { booking, house, referralReview, reward, rewardCause, store, storeCode, storeGroup, storeJobs, storeSettings, voucher };

/** Every text of the interface in Chinese; its shape is what English has to match. */
export const zh = { ...zhOfMembers, ...zhOfAccounts, ...zhOfGames, ...zhOfTills, ...zhOfShops };

export type Copy = typeof zh;
