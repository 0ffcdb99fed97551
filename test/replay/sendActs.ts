import type { CallReply } from '@shared/kernel/contract';
import { posRowsMax } from '@shared/purchase/posContract';
import { signatureOf } from '@shared/store/shopKey';
import { callAs } from '../../config/demo/callAs';
import { expectOk, type Store } from './openStore';
import type { Cancellation, Plan, Sale } from './planActs';

const atOnce = 32;
const dayMs = 86_400_000;

type Act = Sale | Cancellation;

/**
 * Sends everything on the day the log says, days one after the other; within a day customers go side by side and each in order. The clock
 * stands at the day's last moment, since a signature is good for minutes only; a purchase carries its own. Gives how many acts were
 * refused, by code. `onDone` is told how many acts are over.
 */
export async function sendActs(
  store: Store,
  cards: ReadonlyMap<string, string>,
  { acts }: Plan,
  onDone: (count: number) => void,
): Promise<ReadonlyMap<string, number>> {
  const refused = new Map<string, number>();
  let done = 0;
  for (const day of inDays(acts)) {
    store.cloud.clock.setMs(Math.max(...day.map(({ atMs }) => atMs)));
    const queue = [...byCustomer(day)];
    const worker = async (): Promise<void> => {
      for (let own = queue.shift(); own !== undefined; own = queue.shift()) {
        for (const together of inRequests(own)) {
          const codes = await send(store, cards, together);
          for (const code of codes) if (code !== null) refused.set(code, (refused.get(code) ?? 0) + 1);
          for (let each = 0; each < codes.length; each += 1) onDone((done += 1));
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  }
  return refused;
}

/** Everybody who bought joins before the log begins; gives their card numbers. */
export async function joinAll({ cloud }: Store, { acts }: Plan): Promise<ReadonlyMap<string, string>> {
  const cards = new Map<string, string>();
  const queue = [...new Set(acts.map(({ customer }) => customer))];
  const consent = { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false };
  const worker = async (): Promise<void> => {
    for (let customer = queue.shift(); customer !== undefined; customer = queue.shift()) {
      const home = expectOk(await callAs(cloud, 'member', `customer-${customer}`)('member.join', consent)) as { cardNumber: string };
      cards.set(customer, home.cardNumber);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return cards;
}

/** What one request carries: a customer's sales that follow each other, as a till's machine reports them, or one cancellation. */
function inRequests(acts: readonly Act[]): readonly (readonly Sale[] | Cancellation)[] {
  const requests: (Sale[] | Cancellation)[] = [];
  for (const act of acts) {
    const last = requests.at(-1);
    if (act.kind === 'cancellation') requests.push(act);
    else if (Array.isArray(last) && last.length < posRowsMax) last.push(act);
    else requests.push([act]);
  }
  return requests;
}

/** Gives a code or null for every act that was sent. */
async function send(
  store: Store,
  cards: ReadonlyMap<string, string>,
  together: readonly Sale[] | Cancellation,
): Promise<readonly (string | null)[]> {
  if ('kind' in together) return [await takeBack(store, together)];
  return sell(store, cards.get(together[0]?.customer ?? '') ?? '', together);
}

/** Through the door for machines: a signed body. Gives each row's refusal code, or null. */
async function sell({ cloud, key }: Store, member: string, sales: readonly Sale[]): Promise<readonly (string | null)[]> {
  const rows = sales.map(({ orderNo, atMs, lines }) => {
    const goods = lines.map(({ units, fen }) => ({ categoryId: 'goods', amountFen: fen, units }));
    return { kind: 'sale', orderNo, member, at: atMs, lines: goods };
  });
  const body = JSON.stringify({ rows });
  const time = String(cloud.clock.nowMs());
  const signature = signatureOf(key.secret, { keyId: key.keyId, time, body });
  const headers = { 'x-lantern-key': key.keyId, 'x-lantern-time': time, 'x-lantern-signature': signature };
  const reply = (await cloud.call('pos', { headers, body }, { trigger: 'http' })) as { readonly body: string };
  const value = expectOk(JSON.parse(reply.body) as CallReply) as { rows: readonly { refusal?: { code: string } }[] };
  return value.rows.map(({ refusal }) => refusal?.code ?? null);
}

async function takeBack({ cloud }: Store, { key, orderNo, after, lines }: Cancellation): Promise<string | null> {
  const reply = await callAs(cloud, 'staff', 'the-clerk')('purchase.refund', { key, purchaseId: `shop::${orderNo}`, after, lines });
  return reply.ok ? null : reply.refusal.code;
}

function inDays(acts: readonly Act[]): readonly Act[][] {
  const days = new Map<number, Act[]>();
  for (const act of acts) {
    const day = Math.floor(act.atMs / dayMs);
    const own = days.get(day);
    if (own === undefined) days.set(day, [act]);
    else own.push(act);
  }
  return [...days].sort(([a], [b]) => a - b).map(([, own]) => own);
}

/** Each customer's acts in their order; whoever has most begins, so that a day does not end with one who has many. */
function byCustomer(acts: readonly Act[]): readonly Act[][] {
  const customers = new Map<string, Act[]>();
  for (const act of acts) {
    const own = customers.get(act.customer);
    if (own === undefined) customers.set(act.customer, [act]);
    else own.push(act);
  }
  return [...customers.values()].sort((one, other) => other.length - one.length);
}
