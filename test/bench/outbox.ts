import type { LocalCloud } from '@localcloud/index';
import { draftMessage } from '@shared/message/draftMessage';
import type { Notices } from '@shared/message/notices';
import { defaultProgramme } from '@shared/store/programme';
import { openBench } from './openBench';
import { loadMembers, type BenchMember } from './people';
import { figure, type Row } from './row';

/** Due messages, one a member; LANTERN_OUTBOX_MESSAGES makes it fewer. */
const messages = Number(process.env['LANTERN_OUTBOX_MESSAGES'] ?? 100_000);
const grantsAtOnce = 200;
/** The tick in whose midst the sender is killed. */
const killedTick = 2;
const bytesPerMb = 1_048_576;

interface Sum {
  ticks: number;
  operations: number;
  tookMs: number;
  heapsMb: number[];
}

/**
 * Sends many due messages tick by tick, two ticks always overlapping and one killed: messages a second, operations a message, messages that
 * reached a phone twice (the mailbox keeps the last 10 000, so each tick's are looked at), and the growth of memory.
 */
export async function outbox(): Promise<readonly Row[]> {
  const { cloud, close } = await openBench();
  try {
    await prepare(cloud);
    const seen = new Map<string, number>();
    const sum = await sendAll(cloud, seen);
    const duplicates = [...seen.values()].filter((times) => times > 1).length;
    const open = await cloud.data.count('outbox', { state: { $in: ['waiting', 'sending'] } });
    const [first = 0] = sum.heapsMb;
    return [
      figure('outbox.rate', (seen.size * 1000) / sum.tookMs, 'messages/s'),
      figure('outbox.operations', sum.operations / messages, 'operations'),
      figure('outbox.duplicates', duplicates, 'messages'),
      figure('outbox.left', open, 'messages'),
      figure('outbox.ticks', sum.ticks, 'ticks'),
      figure('outbox.heapGrowth', (sum.heapsMb.at(-1) ?? first) - first, 'MB'),
    ];
  } finally {
    await close();
  }
}

async function prepare(cloud: LocalCloud): Promise<void> {
  await cloud.data.insert('programme', [{ ...defaultProgramme, jobOperationsPerSecond: 10_000 }]);
  // Half past nine of programme time: no quiet hours in the way for the rest of the day.
  cloud.clock.setMs(Date.UTC(2026, 10, 22, 1, 30));
  const people = await loadMembers(cloud, 'o', messages);
  const notices: Notices = { rev: 0, language: 'zh', off: [], grants: { pickup: 1 }, unread: 0, recent: [], asks: [] };
  await cloud.data.update('members', {}, { $set: { notices } });
  for (let from = 0; from < people.length; from += grantsAtOnce) {
    await Promise.all(people.slice(from, from + grantsAtOnce).map(({ openid }) => cloud.wechat.accept(openid, 'lantern-pickup')));
  }
  await cloud.data.load(
    'outbox',
    people.map((person) => messageTo(person, cloud.clock.nowMs())),
  );
}

function messageTo({ memberId }: BenchMember, at: number): Record<string, unknown> {
  const name = { zh: '手工茶杯', en: 'A hand-made cup' };
  return { ...draftMessage({ kind: 'pickupReady', source: memberId, memberId, facts: { name, shop: name } }, at) };
}

async function sendAll(cloud: LocalCloud, seen: Map<string, number>): Promise<Sum> {
  const sum: Sum = { ticks: 0, operations: 0, tookMs: 0, heapsMb: [] };
  let lastId = 0;
  for (let quiet = 0; quiet < 2; sum.ticks += 1) {
    if (sum.ticks === killedTick) cloud.faults.order('seed=4,killWorker=0.0005');
    const began = performance.now();
    const run = (): Promise<unknown> => cloud.runTimer('jobs', 'sendOutbox').catch(() => null);
    await Promise.all([run(), run()]);
    sum.tookMs += performance.now() - began;
    cloud.faults.order('');
    const calls = cloud.lastInvocations().filter(({ functionName }) => functionName === 'jobs');
    sum.operations += calls.slice(-2).reduce((total, { operations }) => total + operations, 0);
    const fresh = cloud.wechat.messages().filter(({ id }) => id > lastId);
    for (const { id, openid } of fresh) {
      seen.set(openid, (seen.get(openid) ?? 0) + 1);
      lastId = Math.max(lastId, id);
    }
    sum.heapsMb.push(process.memoryUsage().heapUsed / bytesPerMb);
    quiet = fresh.length === 0 ? quiet + 1 : 0;
    // A killed run's claims end meanwhile.
    if (quiet === 1) cloud.clock.advanceMs(2 * 60_000);
  }
  return sum;
}
