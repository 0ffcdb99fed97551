import { functions } from '@shared/functions';
import { accept } from '@shared/kernel/refusal';
import { serve, type Caller } from '../adapters/serve';
import { calendar } from '../usecases/checkin/calendar';
import { perform } from '../usecases/checkin/perform';
import { buyChance } from '../usecases/game/buyChance';
import { statement } from '../usecases/ledger/statement';
import { home } from '../usecases/member/home';
import { join } from '../usecases/member/join';
import { profile } from '../usecases/member/profile';
import { renewCode } from '../usecases/member/renewCode';
import { updateProfile } from '../usecases/member/updateProfile';
import { list } from '../usecases/reward/list';
import { mine } from '../usecases/reward/mine';
import { redeem } from '../usecases/reward/redeem';
import { claim } from '../usecases/voucher/claim';
import { overview } from '../usecases/tier/overview';

export const main = serve<typeof functions.member, Caller>({
  contract: functions.member,
  eventMaxBytes: 20_000,
  admit: (caller) => Promise.resolve(accept(caller)),
  handlers: {
    'member.home': home,
    'member.join': join,
    'member.profile': profile,
    'member.updateProfile': updateProfile,
    'member.renewCode': renewCode,
    'ledger.statement': statement,
    'tier.overview': overview,
    'checkin.perform': perform,
    'checkin.calendar': calendar,
    'game.buyChance': buyChance,
    'reward.list': list,
    'reward.redeem': redeem,
    'reward.mine': mine,
    'voucher.claim': claim,
  },
});
