import { openShop, type Answer, type TestShop } from '../openShop';
import type { Output } from '@shared/functions';

interface Line {
  readonly categoryId: string;
  readonly amountFen: number;
  readonly units?: number;
}

/** One line of the general category. */
export function general(amountFen: number, units = 1): Line {
  return { categoryId: 'general', amountFen, units };
}

interface Asked {
  readonly purchaseId: string;
  readonly key?: string;
  readonly after?: number;
  readonly lines?: { line: number; units: number }[] | null;
}

type Row = Record<string, unknown>;

/** A shop with a lead at the west till, and short ways to buy, refund and look at what is written. */
export interface TestTill {
  readonly shop: TestShop;
  /** Somebody buys something under the next order number; gives the purchase's id. */
  buy(openid: string, lines: readonly Line[], staff?: string): Promise<string>;
  /** The order number of the latest purchase. */
  lastOrder(): string;
  refund(asked: Asked, staff?: string): Promise<Answer<Output<'staff', 'purchase.refund'>>>;
  accountOf(openid: string): Promise<Row>;
  purchaseById(id: string): Promise<Row>;
}

export async function openTill(): Promise<TestTill> {
  const shop = await openShop(3);
  const staff = [{ openid: 'lead-west', staffId: 'mei', name: '梅姐', shop: 'west', roles: ['lead'] }];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'staff', rows: staff, dryRun: false, firstRow: 0 });
  let orders = 0;
  const only = async (collection: string, id: unknown): Promise<Row> => {
    const [found] = await shop.cloud.data.find(collection, { _id: id });
    if (found === undefined) throw new Error(`nothing in ${collection}`);
    return found;
  };
  return {
    shop,
    async buy(openid, lines, by = 'clerk-west') {
      const home = await shop.join(openid);
      const visit = await shop.must(by, 'staff', 'visit.open', { code: shop.codeOf(home), by: 'scan' });
      orders += 1;
      const request = { key: `buy-key-${orders}`, visitId: visit.visitId, orderNo: `R${orders}`, lines: [...lines] };
      return (await shop.must(by, 'staff', 'purchase.confirm', request)).purchaseId;
    },
    lastOrder: () => `R${orders}`,
    refund: (asked, by = 'clerk-west') =>
      shop.call(by, 'staff', 'purchase.refund', { key: 'refund-key-1', after: 0, lines: null, ...asked }),
    accountOf: async (openid) => only('accounts', (await only('members', openid))['accountId']),
    purchaseById: (id) => only('purchases', id),
  };
}

/** What a call that must be accepted gave. */
export async function must<Value>(answer: Promise<Answer<Value>>): Promise<Value> {
  const got = await answer;
  if (!got.ok) throw new Error(got.refusal.code);
  return got.value;
}
