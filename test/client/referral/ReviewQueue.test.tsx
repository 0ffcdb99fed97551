import type { ReviewRow } from '@shared/referral/contract';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { en } from '@/copy/en';
import { ReviewQueue } from '@/features/referral/ReviewQueue';
import { signIn } from '@/platform/door';
import { type DoorInFront, openDoor } from '../platform/doorInFront';

// A browser without a wish of its own is answered in English.
const words = en.referralReview;
let door: DoorInFront;
beforeEach(async () => {
  door = await openDoor();
  await signIn('xiaoman');
});
afterEach(() => door.close());

const row = (n: number): ReviewRow => ({
  friend: `friend${n}`,
  inviterId: 'ann',
  inviteeId: `member-${n}`,
  state: 'joined',
  signals: ['tooFast'],
  score: 40,
  openedAt: n,
  joinedAt: n,
  waitingSince: n,
  appeal: null,
  reviewed: null,
});
const pageOf = (from: number, count: number, next: string | null) => ({
  status: 200,
  body: { result: { ok: true, value: { rows: Array.from({ length: count }, (_, n) => row(from + n)), next }, now: Date.now() } },
});
const shown = (): number => screen.getAllByText(words.look).length;

test('a queue of more than a page goes on at a tap, after those already there, until there is no more', async () => {
  door.answers(pageOf(0, 20, '20:x'), pageOf(20, 3, null));
  render(<ReviewQueue offsetMinutes={480} />);
  await waitFor(() => expect(shown()).toBe(20));
  fireEvent.click(screen.getByRole('button', { name: en.house.more }));
  await waitFor(() => expect(shown()).toBe(23));
  expect(screen.queryByRole('button', { name: en.house.more })).toBeNull();
  expect(door.knocks.flatMap(({ body }) => (body.method === 'referral.queue' ? [body.input] : []))).toEqual([{}, { cursor: '20:x' }]);
});
