import { functions } from '@shared/functions';
import { serve } from '../adapters/serve';
import { listProducts } from '../usecases/goods/listProducts';
import { search } from '../usecases/goods/search';
import { purchaseHandlers } from '../usecases/purchase/handlers';
import { refundHandlers } from '../usecases/purchase/refundHandlers';
import { shiftHandlers } from '../usecases/purchase/shiftHandlers';
import { check } from '../usecases/reward/check';
import { handOver } from '../usecases/reward/handOver';
import { admitTill, type TillCaller } from '../usecases/store/admitStaff';
import { closeStoreCode } from '../usecases/store/closeStoreCode';
import { drawGroupCode } from '../usecases/store/drawGroupCode';
import { listGroups } from '../usecases/store/listGroups';
import { listStoreCodes } from '../usecases/store/listStoreCodes';
import { makeStoreCode } from '../usecases/store/makeStoreCode';
import { me } from '../usecases/store/me';
import { voucherStaffHandlers } from '../usecases/voucher/handlers';

export const main = serve<typeof functions.staff, TillCaller>({
  contract: functions.staff,
  eventMaxBytes: 20_000,
  admit: admitTill,
  handlers: {
    'store.me': me,
    'store.makeCode': makeStoreCode,
    'store.closeCode': closeStoreCode,
    'store.codes': listStoreCodes,
    'goods.list': listProducts,
    'goods.search': search,
    'store.groups': listGroups,
    'store.groupCode': drawGroupCode,
    ...purchaseHandlers,
    ...refundHandlers,
    ...shiftHandlers,
    'reward.check': check,
    'reward.handOver': handOver,
    ...voucherStaffHandlers,
  },
});
