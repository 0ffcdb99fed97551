import { functions } from '@shared/functions';
import { accept } from '@shared/kernel/refusal';
import { serve, type Caller } from '../adapters/serve';
import { calendar } from '../usecases/checkin/calendar';
import { makeUp } from '../usecases/checkin/makeUp';
import { perform } from '../usecases/checkin/perform';
import { gameMemberHandlers } from '../usecases/game/handlers';
import { showRaceName } from '../usecases/ledger/showRaceName';
import { statement } from '../usecases/ledger/statement';
import { viewRace } from '../usecases/ledger/viewRace';
import { familyMemberHandlers } from '../usecases/member/family/handlers';
import { memberHandlers } from '../usecases/member/handlers';
import { messageMemberHandlers } from '../usecases/message/handlers';
import { referralMemberHandlers } from '../usecases/referral/handlers';
import { rewardMemberHandlers } from '../usecases/reward/handlers';
import { tierMemberHandlers } from '../usecases/tier/handlers';
import { voucherMemberHandlers } from '../usecases/voucher/handlers';

export const main = serve<typeof functions.member, Caller>({
  contract: functions.member,
  eventMaxBytes: 20_000,
  admit: (caller) => Promise.resolve(accept(caller)),
  handlers: {
    ...memberHandlers,
    'ledger.statement': statement,
    'ledger.race': viewRace,
    'ledger.showRaceName': showRaceName,
    'checkin.perform': perform,
    'checkin.makeUp': makeUp,
    'checkin.calendar': calendar,
    ...gameMemberHandlers,
    ...tierMemberHandlers,
    ...familyMemberHandlers,
    ...messageMemberHandlers,
    ...referralMemberHandlers,
    ...rewardMemberHandlers,
    ...voucherMemberHandlers,
  },
});
