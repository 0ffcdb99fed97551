import type { PosRowReport } from '@shared/purchase/posContract';
import { signatureOf } from '@shared/store/shopKey';
import { keep } from '../keep';
import { count } from '../openJournal';
import type { Act, Seat } from '../seat';

interface Reply {
  readonly ok: boolean;
  readonly value?: { readonly rows: readonly PosRowReport[] };
  readonly refusal?: { readonly code: string };
}

const triesMax = 6;
const repeatRate = 0.3;
const transient: readonly string[] = ['lost', 'call.fault', 'busy.tryAgain', 'call.tooMany'];

/** Sends one row as a shop's machine does, with its key's signature, again until there is an answer; null when none could be had. */
async function send({ arena, openid }: Seat, row: object): Promise<PosRowReport | null> {
  const key = arena.shopKeys.get(openid);
  if (key === undefined) throw new Error(`${openid} has no key`);
  const body = JSON.stringify({ rows: [row] });
  for (let attempt = 1; attempt <= triesMax; attempt += 1) {
    const time = String(arena.cloud.clock.nowMs());
    const signature = signatureOf(key.secret, { keyId: key.keyId, time, body });
    const headers = { 'x-lantern-key': key.keyId, 'x-lantern-time': time, 'x-lantern-signature': signature };
    const event = { path: '/', httpMethod: 'POST', headers, queryStringParameters: {}, body, isBase64Encoded: false };
    const call = async (): Promise<unknown> => arena.cloud.call('pos', event, { trigger: 'http' });
    const reply = (await arena.gate.pass(call).catch(() => null)) as { readonly body: string } | null;
    const answer = reply === null ? null : (JSON.parse(reply.body) as Reply);
    const report = answer?.value?.rows[0];
    const code = report?.refusal?.code ?? report?.result ?? answer?.refusal?.code ?? 'lost';
    count(arena.journal.answers, `pos ${code}`);
    if (report !== undefined && !transient.includes(code)) return report;
  }
  return null;
}

/** The same row once more must be answered in the same way. */
async function sendTwice(seat: Seat, row: object): Promise<PosRowReport | null> {
  const { acts, wrongs } = seat.arena.journal;
  const first = await send(seat, row);
  const jumps = acts.get('clock jump');
  if (first?.result !== 'recorded' || seat.random() > repeatRate) return first;
  const again = await send(seat, row);
  const same = again === null || (again.result === first.result && again.points === first.points);
  if (!same && acts.get('clock jump') === jumps) {
    wrongs.push(`the machine's row ${JSON.stringify(row)} was answered ${JSON.stringify(first)}, then ${JSON.stringify(again)}`);
  }
  return first;
}

async function sell(seat: Seat): Promise<void> {
  const { arena, between, key, pick, openid, asking } = seat;
  const member = pick([...arena.seen.homes.values()])?.cardNumber;
  if (member === undefined) return;
  asking();
  const orderNo = key();
  const lines = [{ categoryId: pick(['general', 'tea']) ?? 'tea', amountFen: between(100, 15_000) }];
  const at = arena.cloud.clock.nowMs() - between(0, 600_000);
  const sold = await sendTwice(seat, { kind: 'sale', orderNo, member, at, lines });
  if (sold?.result === 'recorded') keep(arena.seen.machineOrders, { orderNo, openid, lines });
}

async function takeBack(seat: Seat): Promise<void> {
  const { arena, key, pick, openid, random, asking } = seat;
  const order = pick(arena.seen.machineOrders.filter((each) => each.openid === openid).slice(-8));
  if (order === undefined) return;
  asking();
  const lines = random() < 0.5 ? null : order.lines;
  await sendTwice(seat, { kind: 'refund', orderNo: order.orderNo, refundNo: key(), lines });
}

const machine = ['machine'] as const;

/** What shops' own machines send. */
export const machineActs: readonly Act[] = [
  { name: 'a machine sells', parts: machine, weight: 6, perform: sell },
  { name: 'a machine takes back', parts: machine, weight: 2, perform: takeBack },
];
