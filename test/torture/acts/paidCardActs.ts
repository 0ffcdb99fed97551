import { keep } from '../keep';
import { count } from '../openJournal';
import type { Act, Seat } from '../seat';

/** Buys a card or renews it: with points at once, with money by an order that may be paid now, later, or never. */
async function buy(seat: Seat): Promise<void> {
  const { say, key, pick, random, arena, openid } = seat;
  const by = random() < 0.7 ? ('money' as const) : ('points' as const);
  const bought = await say('member', 'paidCard.buy', { key: key(), planId: pick(['month', 'week']) ?? 'week', by });
  if (bought === null) return;
  const { orderId, state } = bought.order;
  keep(arena.seen.planOrders, { orderId, openid });
  if (state === 'pending' && random() < 0.6) await pay(seat, orderId);
}

/** Pays in WeChat itself; one notice of four gets lost. An order that is closed by now cannot be paid. */
async function pay({ arena, random, asking }: Seat, orderId: string): Promise<void> {
  asking();
  const notice = random() < 0.75;
  const outcome = await arena.gate.pass(() => arena.cloud.wechat.pay(orderId, { notice })).catch(() => null);
  count(arena.journal.answers, `a payment ${outcome === null ? 'refused' : outcome.delivered ? 'heard' : notice ? 'unheard' : 'lost'}`);
}

async function payOlder(seat: Seat): Promise<void> {
  const order = seat.pick(seat.arena.seen.planOrders.filter(({ openid }) => openid === seat.openid));
  if (order !== undefined) await pay(seat, order.orderId);
}

/** The service tells of an order late, twice at once, or somebody pretends that it did. */
async function tellAgain({ arena, pick, asking }: Seat): Promise<void> {
  const order = pick(arena.seen.planOrders);
  if (order === undefined) return;
  asking();
  const notice = { outTradeNo: order.orderId, resultCode: 'SUCCESS', totalFee: 1 };
  const tell = () => arena.gate.pass(() => arena.cloud.call('pay', notice, { trigger: 'timer' })).catch(() => null);
  for (const answer of await Promise.all([tell(), tell()]))
    count(arena.journal.answers, `a notice ${answer === null ? 'broken off' : 'taken'}`);
}

async function askHow({ say, pick, arena, openid }: Seat): Promise<void> {
  const order = pick(arena.seen.planOrders.filter((each) => each.openid === openid));
  if (order !== undefined) await say('member', 'paidCard.order', { orderId: order.orderId });
}

async function proposeEnd({ say, key, pick, arena }: Seat): Promise<void> {
  const order = pick(arena.seen.planOrders.slice(-20));
  const cardNumber = arena.seen.homes.get(order?.openid ?? '')?.cardNumber;
  if (order === undefined || cardNumber === undefined) return;
  const { orderId } = order;
  const proposal = await say('console', 'paidCard.proposeRefund', { key: key(), cardNumber, orderId, reason: 'asked for it' });
  if (proposal !== null) keep(arena.seen.proposals, proposal._id);
}

const shopper = ['shopper'] as const;

/** What is done about paid cards. */
export const paidCardActs: readonly Act[] = [
  { name: 'buy a paid card', parts: shopper, weight: 4, perform: buy },
  { name: 'pay an older order', parts: shopper, weight: 3, perform: payOlder },
  { name: 'ask how an order stands', parts: shopper, weight: 1, perform: askHow },
  { name: 'look at the paid card', parts: shopper, weight: 1, perform: ({ say }) => say('member', 'paidCard.overview', {}) },
  { name: 'tell of a payment again', parts: ['timer'], weight: 1, perform: tellAgain },
  { name: 'the jobs of paid cards', parts: ['timer'], weight: 1, perform: serve },
  { name: 'propose to end a paid card', parts: ['operator'], weight: 5, perform: proposeEnd },
];

async function serve({ runJob, random }: Seat): Promise<void> {
  await runJob(random() < 0.6 ? 'settlePlanOrders' : 'servePaidCards');
}
