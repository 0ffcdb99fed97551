import { functions } from '@shared/functions';
import { accept } from '@shared/kernel/refusal';
import { serve, type Caller } from '../adapters/serve';
import { calendar } from '../usecases/checkin/calendar';
import { perform } from '../usecases/checkin/perform';
import { gameMemberHandlers } from '../usecases/game/handlers';
import { statement } from '../usecases/ledger/statement';
import { memberHandlers } from '../usecases/member/handlers';
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
    ...memberHandlers,
    'ledger.statement': statement,
    'tier.overview': overview,
    'checkin.perform': perform,
    'checkin.calendar': calendar,
    'reward.list': list,
    'reward.redeem': redeem,
    'reward.mine': mine,
    'voucher.claim': claim,
    ...gameMemberHandlers,
  },
});
