import { addDays, dayOf } from '@shared/kernel/time';
import type { Act, Seat } from '../seat';

const offsetMinutes = 480;
const topics = ['checkin', 'pickup', 'draw', 'lapse', 'tier'] as const;

async function makeUp({ say, key, between, pick, arena }: Seat): Promise<void> {
  const today = dayOf(arena.cloud.clock.nowMs(), offsetMinutes);
  const pays = pick(['points', 'points', 'card'] as const) ?? 'points';
  await say('member', 'checkin.makeUp', { key: key(), day: addDays(today, -between(0, 5)), pays });
}

async function leave({ say, key, arena, openid }: Seat): Promise<void> {
  if ((await say('member', 'member.leave', { key: key() })) !== null) arena.seen.leaving.add(openid);
}

/** Some think better of it; the others are erased after seven days and join anew. */
async function stay({ say, arena, openid }: Seat): Promise<void> {
  if (!arena.seen.leaving.has(openid)) return;
  if ((await say('member', 'member.stay', {})) !== null) arena.seen.leaving.delete(openid);
}

/** Says yes in the phone's dialog, which both the platform and the shop hear of. */
async function askForMessages({ say, key, pick, arena, openid, random }: Seat): Promise<void> {
  const topic = pick(topics) ?? 'draw';
  const verdict = random() < 0.85 ? 'accept' : 'reject';
  if (verdict === 'accept') await arena.cloud.wechat.accept(openid, `lantern-${topic}`, 1);
  await say('member', 'message.grant', { key: key(), language: 'zh', answers: [{ topic, verdict }] });
}

async function readMessages({ say, pick }: Seat): Promise<void> {
  const inbox = await say('member', 'message.inbox', {});
  const one = pick(inbox?.messages ?? []);
  if (one !== undefined) await say('member', 'message.read', { id: one.id });
}

async function switchTopic({ say, pick, random }: Seat): Promise<void> {
  await say('member', 'message.switch', { topic: pick(topics) ?? 'draw', on: random() < 0.7, language: 'zh' });
}

async function lookAtRace({ say, pick, random }: Seat): Promise<void> {
  await say('member', 'ledger.race', { which: pick(['this', 'last'] as const) ?? 'this' });
  if (random() < 0.3) await say('member', 'ledger.showRaceName', { show: random() < 0.5 });
}

const shopper = ['shopper'] as const;

/** What members do about themselves: days made up, messages, the race, and leaving. */
export const memberActs: readonly Act[] = [
  { name: 'make up a day', parts: shopper, weight: 4, perform: makeUp },
  { name: 'ask to leave', parts: shopper, weight: 0.5, perform: leave },
  { name: 'stay after all', parts: shopper, weight: 0.5, perform: stay },
  { name: 'ask for messages', parts: shopper, weight: 4, perform: askForMessages },
  { name: 'read messages', parts: shopper, weight: 2, perform: readMessages },
  { name: 'switch a topic', parts: shopper, weight: 0.5, perform: switchTopic },
  { name: 'look at the race', parts: shopper, weight: 2, perform: lookAtRace },
];
