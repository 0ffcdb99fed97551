import { judgeSignals } from '@shared/referral/judgeSignals';
import type { SignalFacts } from '@shared/referral/signals/signal';

const at = Date.UTC(2026, 10, 22);
const minute = 60_000;
const plain: SignalFacts = {
  at,
  inviteeHash: 'b',
  inviterHash: 'a',
  inviterChain: ['z'],
  knownBefore: false,
  phones: { invitee: null, inviter: null },
  device: 'phone-b',
  inviterDevice: 'phone-a',
  recent: [],
};
const joins = (count: number, minutesAgo: number) =>
  Array.from({ length: count }, (_, n) => ({ at: at - minutesAgo * minute, device: `p${n}` }));

test('nothing speaks against somebody new', () => {
  expect(judgeSignals(plain)).toEqual({ is: 'clear', signals: [], score: 0 });
});

test.each([
  ['oneself', { inviterHash: 'b' }, 'refused', ['sameIdentity']],
  ['the same phone number', { phones: { invitee: '138', inviter: '138' } }, 'refused', ['samePhone']],
  ['somebody who had a card', { knownBefore: true }, 'refused', ['existingMember']],
  ['who had invited the inviter’s inviter', { inviterChain: ['x', 'b'] }, 'refused', ['loop']],
  ['the sixth within an hour', { recent: joins(5, 59) }, 'held', ['tooFast']],
  ['the inviter’s own phone', { device: 'phone-a' }, 'held', ['devicePattern']],
  ['the phone of another friend', { recent: [{ at, device: 'phone-b' }] }, 'held', ['devicePattern']],
  ['two that only ask: still somebody looks', { device: 'phone-a', recent: joins(5, 1) }, 'held', ['devicePattern', 'tooFast']],
] as const)('%s', (_name, facts, is, signals) => {
  expect(judgeSignals({ ...plain, ...facts })).toMatchObject({ is, signals });
});

test.each([
  ['two different numbers', { phones: { invitee: '138', inviter: '139' } }],
  ['two people without a number', { phones: { invitee: null, inviter: null } }],
  ['five friends spread over more than an hour', { recent: joins(5, 61) }],
  ['four within the hour', { recent: joins(4, 1) }],
] as const)('%s: nothing', (_name, facts) => {
  expect(judgeSignals({ ...plain, ...facts }).is).toBe('clear');
});
