import type { Shop } from './openShop';
import { named, publishDraws } from './publishDraws';

/** Opens a draw that is sure to give a lamp, `sure-lamp`. */
export function publishLamps(shop: Shop): Promise<void> {
  const prizes = [
    { id: 'lamp', name: named('纸灯笼'), award: { kind: 'goods' as const }, valueFen: 9_000, stock: 5 },
    { id: 'thanks', name: named('谢谢参与'), award: { kind: 'thanks' as const } },
  ];
  const tables = [{ total: 1, rows: [{ prize: 'lamp', weight: 1 }], fallback: 'thanks' }];
  return publishDraws(shop, [{ id: 'sure-lamp', name: named('有灯必得'), face: 'wheel', prizes, tables }]);
}
