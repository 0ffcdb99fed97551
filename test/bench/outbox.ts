import { draftMessage } from '@shared/message/draftMessage';
import type { Notices } from '@shared/message/notices';
import { defaultProgramme } from '@shared/store/programme';
import type { LocalCloud } from '@localcloud/index';
import { openBench } from './openBench';
import { measureMemory, type Memory } from './measureMemory';
import { eachOf, loadPeople, type BenchMember } from './people';
import { figure, type Row } from './row';

/** Due messages, one a member; LANTERN_OUTBOX_MESSAGES makes it fewer. */
const messages = Number(process.env['LANTERN_OUTBOX_MESSAGES'] ?? 100_000);
const grantsAtOnce = 2_000;
/** Ticks in a row that send nothing before the outbox counts as worked off: a killed one holds its lease and its claims for a while. */
const quietMax = 2;
const killedClaimsEndMs = 2 * 60_000;

interface Sum {
  ticks: number;
  killed: number;
  operations: number;
  tookMs: number;
  longestMs: number;
  sent: number;
  duplicates: number;
  readonly memory: Memory[];
}

/**
 * Sends many due messages tick by tick, two ticks always overlapping and one killed when half of them are out: messages a second,
 * operations a message, messages that reached a phone twice (the mailbox keeps the last 10 000, so each tick's are looked at), how long
 * the longest tick took (the function may take 60 s), and memory in use at the beginning, in the middle and at the end.
 */
export async function outbox(): Promise<readonly Row[]> {
  const { cloud, close } = await openBench();
  try {
    const people = await prepare(cloud);
    const sum = await sendAll(cloud, people);
    const open = await cloud.data.count('outbox', { state: { $in: ['waiting', 'sending'] } });
    const unknown = await cloud.data.count('outbox', { state: 'unknown' });
    return [
      figure('outbox.rate', (sum.sent * 1000) / sum.tookMs, 'messages/s'),
      figure('outbox.operations', sum.operations / messages, 'operations'),
      figure('outbox.duplicates', sum.duplicates, 'messages'),
      figure('outbox.left', open, 'messages'),
      // Handed over by the killed tick, whose answer died with it: the platform's event would settle them.
      figure('outbox.unknown', unknown, 'messages'),
      figure('outbox.ticks', sum.ticks, 'ticks'),
      figure('outbox.killed', sum.killed, 'ticks'),
      figure('outbox.longestTick', sum.longestMs / 1000, 's'),
      ...memoryRows(sum.memory),
    ];
  } finally {
    await close();
  }
}

function memoryRows(memory: readonly Memory[]): readonly Row[] {
  const places = { Start: memory[0], Middle: memory[Math.floor(memory.length / 2)], End: memory.at(-1) };
  return Object.entries(places).flatMap(([place, used]) => [
    figure(`outbox.heap${place}`, used?.heapMb ?? NaN, 'MB'),
    figure(`outbox.rss${place}`, used?.rssMb ?? NaN, 'MB'),
  ]);
}

async function prepare(cloud: LocalCloud): Promise<readonly BenchMember[]> {
  await cloud.data.insert('programme', [{ ...defaultProgramme, jobOperationsPerSecond: 10_000 }]);
  // Half past nine of programme time: no quiet hours in the way for the rest of the day.
  cloud.clock.setMs(Date.UTC(2026, 10, 22, 1, 30));
  const notices: Notices = { rev: 0, language: 'zh', off: [], grants: { pickup: 1 }, unread: 0, recent: [], asks: [] };
  const people = await loadPeople(cloud, 'o', messages, { notices });
  for (let from = 0; from < people.length; from += grantsAtOnce) {
    await Promise.all(people.slice(from, from + grantsAtOnce).map(({ openid }) => cloud.wechat.accept(openid, 'lantern-pickup')));
  }
  const at = cloud.clock.nowMs();
  await cloud.data.load(
    'outbox',
    eachOf(people, (person) => messageTo(person, at)),
  );
  return people;
}

function messageTo({ memberId }: BenchMember, at: number): Record<string, unknown> {
  const name = { zh: '手工茶杯', en: 'A hand-made cup' };
  return { ...draftMessage({ kind: 'pickupReady', source: memberId, memberId, facts: { name, shop: name } }, at) };
}

async function sendAll(cloud: LocalCloud, people: readonly BenchMember[]): Promise<Sum> {
  const sum: Sum = { ticks: 0, killed: 0, operations: 0, tookMs: 0, longestMs: 0, sent: 0, duplicates: 0, memory: [measureMemory()] };
  const placeOf = new Map(people.map(({ openid }, place) => [openid, place]));
  const times = new Uint8Array(people.length);
  let lastId = 0;
  for (let quiet = 0; quiet < quietMax;) {
    await tickTwice(cloud, sum, sum.killed === 0 && sum.sent >= messages / 2);
    const fresh = cloud.wechat.messages().filter(({ id }) => id > lastId);
    for (const { id, openid } of fresh) {
      const place = placeOf.get(openid) ?? -1;
      times[place] = (times[place] ?? 0) + 1;
      if (times[place] === 1) sum.sent += 1;
      else if (times[place] === 2) sum.duplicates += 1;
      lastId = Math.max(lastId, id);
    }
    sum.memory.push(measureMemory());
    quiet = fresh.length === 0 ? quiet + 1 : 0;
    if (quiet === 1) cloud.clock.advanceMs(killedClaimsEndMs);
  }
  return sum;
}

/** Two overlapping ticks of the sender; `kills`: their worker dies in the midst. */
async function tickTwice(cloud: LocalCloud, sum: Sum, kills: boolean): Promise<void> {
  if (kills) cloud.faults.order('seed=4,killWorker=0.0005');
  const began = performance.now();
  const run = (): Promise<boolean> =>
    cloud.runTimer('jobs', 'sendOutbox').then(
      () => true,
      () => false,
    );
  const ended = await Promise.all([run(), run()]);
  const tookMs = performance.now() - began;
  cloud.faults.order('');
  const calls = cloud.lastInvocations().filter(({ functionName }) => functionName === 'jobs');
  sum.ticks += 1;
  sum.killed += ended.includes(false) ? 1 : 0;
  sum.tookMs += tookMs;
  sum.longestMs = Math.max(sum.longestMs, tookMs);
  sum.operations += calls.slice(-2).reduce((total, { operations }) => total + operations, 0);
}
