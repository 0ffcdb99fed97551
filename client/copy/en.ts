import { rewardCause } from './en/rewardCause';
import { memberAvatar } from './en/memberAvatar';
import { booking } from './en/booking';
import { checkin } from './en/checkin';
import { game } from './en/game';
import { gameRiddle } from './en/gameRiddle';
import { gameJigsaw } from './en/gameJigsaw';
import { gameQuiz } from './en/gameQuiz';
import { gameDraw } from './en/gameDraw';
import { house } from './en/house';
import { ledger } from './en/ledger';
import { family } from './en/family';
import { member } from './en/member';
import { memberFace } from './en/memberFace';
import { memberPrivacy } from './en/memberPrivacy';
import { message } from './en/message';
import { memberRights } from './en/memberRights';
import { paidCard } from './en/paidCard';
import { purchase } from './en/purchase';
import { purchaseGoods } from './en/purchaseGoods';
import { purchaseLate } from './en/purchaseLate';
import { referral } from './en/referral';
import { referralReview } from './en/referralReview';
import { refund } from './en/refund';
import { ledgerRace } from './en/ledgerRace';
import { reward } from './en/reward';
import { shift } from './en/shift';
import { store } from './en/store';
import { storeCode } from './en/storeCode';
import { storeGroup } from './en/storeGroup';
import { storeJobs } from './en/storeJobs';
import { storeSettings } from './en/storeSettings';
import { tier } from './en/tier';
import { voucher } from './en/voucher';
import type { Copy } from './zh';

/** What people read about themselves and what they do with their card. */
const enOfMembers = { memberAvatar, checkin, member, memberFace, memberPrivacy, memberRights, message, referral };
/** What people read about what they hold: points, tier, paid card, an account that is shared. */
const enOfAccounts = { family, ledger, ledgerRace, paidCard, tier };
/** What people read when they play. */
const enOfGames = { game, gameDraw, gameJigsaw, gameQuiz, gameRiddle };
/** What a shop says at its till. */
const enOfTills = { purchase, purchaseGoods, purchaseLate, refund, shift };
/** What else a shop says: its rooms, its shelf. */
const enOfShops = { booking, house, referralReview, reward, rewardCause, store, storeCode, storeGroup, storeJobs, storeSettings, voucher };

/** Every text of the interface in English; one that is missing does not compile. */
export const en: Copy = { ...enOfMembers, ...enOfAccounts, ...enOfGames, ...enOfTills, ...enOfShops };
