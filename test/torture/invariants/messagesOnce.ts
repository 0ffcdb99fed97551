import { repeated, spoilFirst, total, grouped, type Invariant } from './invariant';

const ends: readonly string[] = ['sent', 'givenUp', 'unknown'];
/** The short id by which a message's page names it. */
const refPattern = /[?&]m=([0-9a-z]{10})/;

/** A message reaches a phone at most once, what is said to be sent by WeChat has arrived, and what was accepted is never overdrawn. */
export const messagesOnce: Invariant = {
  name: 'each message at most once, each accounted for',
  check({ outbox, delivered, grantEntries, members }) {
    const refs = delivered.flatMap(({ page }) => refPattern.exec(page ?? '')?.[1] ?? []);
    const arrived = new Set(refs);
    const wrong = [...repeated('a message on a phone', refs, (ref) => ref), ...repeated('a short id', outbox, ({ ref }) => ref)];
    for (const { _id, kind, state, reason, ref, sent, history } of outbox) {
      const states = history.map((step) => step.state);
      if (states.at(-1) !== state) wrong.push(`message ${_id} is ${state}, its history ends with ${states.at(-1) ?? 'nothing'}`);
      if (states.slice(0, -1).some((each) => each === 'sent' || each === 'givenUp')) wrong.push(`message ${_id} went on after its end`);
      if (state === 'sent' && sent?.channel === 'subscription' && !arrived.has(ref))
        wrong.push(`message ${_id} was sent and has not arrived`);
      // One whose answer is unknown for a day is held for the platform's event alone, which may be lost as well; it is never sent again.
      const open = state === 'sending' || state === 'unknown' || (state === 'held' && reason === 'outcomeUnknown');
      if (arrived.has(ref) && state !== 'sent' && !open) wrong.push(`message ${_id} has arrived and is ${state}: ${reason ?? 'no reason'}`);
      if (!_id.startsWith(`${kind}:`)) wrong.push(`message ${_id} is of kind ${kind}`);
      if (ends.includes(state) && history.length < 2) wrong.push(`message ${_id} ended without a step`);
    }
    const granted = grouped(grantEntries, ({ memberId, topic }) => `${memberId} ${topic}`);
    for (const { memberId, notices } of members) {
      for (const [topic, left] of Object.entries(notices?.grants ?? {})) {
        const sum = total(granted.get(`${memberId} ${topic}`) ?? [], ({ delta }) => delta);
        if (sum !== left || left < 0) wrong.push(`member ${memberId}: ${left} grants of ${topic}, their entries add up to ${sum}`);
      }
    }
    return { looked: outbox.length + delivered.length, wrong };
  },
  spoil: ({ outbox }) =>
    spoilFirst(
      outbox,
      ({ state }) => state === 'sent' || state === 'waiting',
      () => ({ state: 'held' as const, history: [] }),
    ),
};
