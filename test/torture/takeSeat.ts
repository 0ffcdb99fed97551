import type { CallReply } from '@shared/kernel/contract';
import { seededRandom } from '../../config/demo/seededRandom';
import { identityOf } from './identityOf';
import { count } from './openJournal';
import type { Arena, Part, Seat } from './seat';

/** How often a caller sends the same again when no answer came, and how often when one did. */
const triesMax = 8;
const needlessRepeatRate = 0.06;
/** Answers that say nothing of the matter: try again. */
const transient: readonly string[] = ['call.fault', 'busy.tryAgain', 'call.tooMany'];

/** Seats one caller, with a sequence of chances of their own. */
export function takeSeat(arena: Arena, number: number, part: Part, openid: string): Seat {
  const random = seededRandom(arena.seed * 1009 + number);
  let keys = 0;
  let asked = 0;
  const seat: Seat = {
    arena,
    openid,
    part,
    device: `device-${openid}`,
    random,
    between: (least, most) => least + Math.floor(random() * (most - least + 1)),
    pick: (from) => from[Math.floor(random() * from.length)],
    key: () => `k${arena.seed}-${number}-${(keys += 1)}-key`,
    asked: () => asked,
    asking: () => {
      asked += 1;
    },
    async say(functionName, method, input) {
      asked += 1;
      const reply = await ask(seat, functionName, method, input);
      if (reply?.ok !== true) return null;
      arena.journal.acknowledged.push({ openid, method, input, value: reply.value });
      if (random() < needlessRepeatRate) await askAgain(seat, functionName, method, input, reply.value);
      return reply.value as never;
    },
    async runJob(name) {
      asked += 1;
      const end = await arena.gate.pass(() => arena.cloud.runTimer('jobs', name)).catch(() => null);
      count(arena.journal.answers, `job ${name} ${end === null ? 'broken off' : 'ran'}`);
    },
  };
  return seat;
}

async function ask({ arena, openid, device }: Seat, functionName: string, method: string, input: unknown): Promise<CallReply | null> {
  for (let attempt = 1; attempt <= triesMax; attempt += 1) {
    const call = async (): Promise<CallReply> => (await arena.cloud.call(functionName, { method, input, device }, { openid })) as CallReply;
    const reply = await arena.gate.pass(call).catch(() => null);
    const code = reply === null ? 'lost' : reply.ok ? 'accepted' : reply.refusal.code;
    count(arena.journal.answers, `${method} ${code}`);
    if (reply !== null && !transient.includes(code)) return reply;
  }
  return null;
}

/** The same tap once more must be told what it was told before. */
async function askAgain(seat: Seat, functionName: string, method: string, input: unknown, first: unknown): Promise<void> {
  if (typeof input !== 'object' || input === null || !('key' in input)) return;
  const { wrongs, acts } = seat.arena.journal;
  const jumps = acts.get('clock jump');
  const again = await ask(seat, functionName, method, input);
  // Nobody taps again days later: a gift that lapsed meanwhile, say, may be offered anew.
  if (again === null || acts.get('clock jump') !== jumps) return;
  if (!again.ok) wrongs.push(`${method} sent again was refused with ${again.refusal.code}: ${JSON.stringify(input)}`);
  else if (identityOf(again.value) !== identityOf(first)) {
    wrongs.push(`${method} sent again got ${identityOf(again.value)} instead of ${identityOf(first)}`);
  }
}
