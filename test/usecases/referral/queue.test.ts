import type { ReviewRow } from '@shared/referral/contract';
import type { Referral } from '@shared/referral/types';
import { openParty, type Party } from './openParty';

const waiting = 47;
const pageRows = 20;

let party: Party;
beforeAll(async () => {
  party = await openParty(2);
  await party.shop.cloud.data.insert(
    'referrals',
    Array.from({ length: waiting }, (_, n) => ({ ...held(n) })),
  );
});
afterAll(() => party.shop.close());

/** A friend who waits for somebody to look. Three at a time since the same moment, across the ends of pages too. */
function held(n: number): Referral {
  return {
    _id: `hash-${n}`,
    friendId: `friend${String(n).padStart(6, '0')}`,
    invitationId: 'invitation00',
    inviterId: 'ann',
    inviterHash: 'hash-ann',
    way: 'card',
    openedAt: 1_000 + n,
    openUntil: 2_000_000,
    state: 'joined',
    stateAt: 1_000,
    reason: null,
    inviteeId: `member-${n}`,
    joinedAt: 1_000 + n,
    device: 'phone',
    purchase: null,
    dueOn: null,
    signals: ['tooFast'],
    score: 40,
    gift: 'waiting',
    review: 'waiting',
    reviewAt: 5_000 + Math.floor(n / 3),
    reviewed: null,
    appeal: null,
    reward: null,
  };
}

const page = (cursor: string | null) => party.shop.must('operator-1', 'console', 'referral.queue', cursor === null ? {} : { cursor });

type Between = (rows: readonly ReviewRow[]) => Promise<void>;

async function everyPage(between: Between = () => Promise.resolve()): Promise<readonly ReviewRow[][]> {
  const pages: ReviewRow[][] = [];
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const { rows, next }: Awaited<ReturnType<typeof page>> = await page(cursor);
    pages.push([...rows]);
    await between(rows);
    cursor = next;
  }
  return pages;
}

test('the queue comes in pages of twenty, longest waiting first, each friend once, even where many waited equally long', async () => {
  const pages = await everyPage();
  expect(pages.map(({ length }) => length)).toEqual([pageRows, pageRows, waiting - 2 * pageRows]);
  const rows = pages.flat();
  expect(new Set(rows.map(({ friend }) => friend)).size).toBe(waiting);
  const since = rows.map(({ waitingSince }) => waitingSince);
  expect(since).toEqual([...since].sort((a, b) => a - b));
});

test('what is decided on the way leaves the queue and moves nobody out of the next page', async () => {
  const decided: string[] = [];
  const pages = await everyPage(async ([row]) => {
    if (row === undefined) return;
    const review = { friend: row.friend, approve: false, reason: 'One phone for all.' };
    await party.shop.must('operator-1', 'console', 'referral.review', review);
    decided.push(row.friend);
  });
  expect(new Set(pages.flat().map(({ friend }) => friend)).size).toBe(waiting);
  const left = (await everyPage()).flat().map(({ friend }) => friend);
  expect(left).toHaveLength(waiting - decided.length);
  expect(left.filter((friend) => decided.includes(friend))).toEqual([]);
});
