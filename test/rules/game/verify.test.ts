import type { DrawRecord } from '@shared/game/drawTypes';
import { frozenHash } from '@shared/game/freeze';
import { verifyDrawer } from '@shared/game/verifyDrawer';
import { verifyPool, type PoolExport } from '@shared/game/verifyPool';
import { dayOf } from '@shared/kernel/time';
import { fair, offsetMinutes, playPool, secret } from './playPool';

const played = playPool(fair, 1500, 30);

const altered = (place: number, change: Partial<DrawRecord>): PoolExport => ({
  ...played,
  draws: played.draws.map((record, index) => (index === place ? { ...record, ...change } : record)),
});
const placeOf = (holds: (record: DrawRecord) => boolean): number => played.draws.findIndex(holds);

test('a pool that was played by the rules verifies, in every draw', () => {
  expect(verifyPool(played)).toEqual({ draws: 1500, problem: null });
});

test.each<[string, number, Partial<DrawRecord>, string]>([
  ['another nonce', 700, { nonce: 'chosen' }, 'number'],
  ['a number of one’s own', 700, { x: '000000000000' }, 'number'],
  ['another pick', 700, { pick: 999 }, 'pick'],
  ['a better prize', placeOf((record) => record.given === 'thanks' && record.reason === null), { given: 'lamp' }, 'given'],
  ['a prize picked otherwise', placeOf((record) => record.picked === 'thanks'), { picked: 'lamp' }, 'picked'],
  ['a draw left out', 700, { counter: 99 }, 'counter'],
  ['a miss forgotten', placeOf((record) => record.misses === 2), { misses: 1 }, 'misses'],
  ['a guarantee not given', placeOf((record) => record.reason === 'guarantee'), { reason: null }, 'reason'],
  [
    '"gone" while there was one',
    placeOf((record) => record.given === 'mug'),
    { given: 'thanks', reason: 'stock', unit: null, goneAt: 1 },
    'stock',
  ],
  ['"gone" too early', placeOf((record) => record.reason === 'hour'), { goneAt: fair.opensAt - 5_000 }, 'stock'],
  ['the wrong reason', placeOf((record) => record.reason === 'hour'), { reason: 'stock' }, 'reason'],
  ['somebody else’s unit', placeOf((record) => record.given === 'mug'), { unit: 'fair.mug#1' }, 'unit'],
])('names the draw with %s', (_what, place, change, what) => {
  const record = played.draws[place];
  const verdict = verifyPool(altered(place, change));
  // The first mug’s own unit may be the very one named; then any other place tells.
  expect(verdict.problem?.what).toBe(what);
  expect(verdict.problem?.draw).toEqual({ drawer: record?.drawer, counter: change.counter ?? record?.counter });
});

test('finds a table changed after publication, a secret exchanged, a last draw dropped and a time moved', () => {
  const [revision] = played.revisions;
  if (revision === undefined) throw new Error('There is a revision');
  const endsAt = fair.endsAt + 1;
  expect(verifyPool({ ...played, revisions: [{ ...revision, content: { ...fair, endsAt } }] }).problem?.what).toBe('frozen');
  expect(verifyPool({ ...played, pool: { ...played.pool, secret: secret.replace('5', '6') } }).problem?.what).toBe('secret');
  const last = played.draws.at(-1);
  const units = played.units.filter((unit) => unit.id !== last?.unit);
  expect(verifyPool({ ...played, draws: played.draws.slice(0, -1), units }).problem?.what).toBe('count');
  const quiet = placeOf((record) => record.unit === null && record.goneAt === null);
  expect(verifyPool(altered(quiet, { at: (played.draws[quiet]?.at ?? 0) + 1 })).problem?.what).toBe('chain');
});

test('a member’s own draws verify without anybody else’s', () => {
  const mine = played.draws.filter((record) => record.drawer === played.draws[0]?.drawer);
  const contentOf = (revision: number) => (revision === 1 ? fair : undefined);
  expect(verifyDrawer(secret, contentOf, mine, offsetMinutes)).toBeNull();
  const [first, ...rest] = mine;
  if (first === undefined) throw new Error('They drew');
  expect(verifyDrawer(secret, contentOf, [{ ...first, nonce: 'other' }, ...rest], offsetMinutes)).toMatchObject({
    what: 'number',
    record: { counter: 0 },
  });
});

describe('draws beyond what the rules allow', () => {
  const small = playPool(fair, 300, 6, 5);
  const frozenAs = (change: Partial<typeof fair>): PoolExport => {
    const content = { ...fair, ...change };
    const [revision] = small.revisions;
    if (revision === undefined) throw new Error('There is a revision');
    return { ...small, revisions: [{ ...revision, content, hash: frozenHash('fair', 1, content) }] };
  };
  const first = small.draws[0]?.drawer;

  test('in all, by one member, are found at the first of them', () => {
    expect(verifyPool(frozenAs({ perMemberMax: 50 })).problem).toBeNull();
    expect(verifyPool(frozenAs({ perMemberMax: 49 })).problem).toEqual({ what: 'limit', draw: { drawer: first, counter: 49 } });
  });

  test('on one day of programme time, by one member, are found at the first of them', () => {
    const days = small.draws.filter(({ drawer }) => drawer === first).map(({ at }) => dayOf(at, offsetMinutes));
    const most = days.filter((day) => day === days[0]).length;
    // Every 30 minutes from ten in the morning on; UTC's first day would have 44.
    expect(most).toBe(28);
    const byMost = verifyPool(frozenAs({ perDayMax: most })).problem;
    expect(byMost).toBeNull();
    expect(verifyPool(frozenAs({ perDayMax: most - 1 })).problem).toEqual({ what: 'limit', draw: { drawer: first, counter: most - 1 } });
  });

  test('by everybody together are found', () => {
    expect(verifyPool(frozenAs({ drawsMax: 300 })).problem).toBeNull();
    expect(verifyPool(frozenAs({ drawsMax: 299 })).problem).toEqual({ what: 'limit', draw: null });
  });
});

test('a draw is of the revision of its time, neither of one not yet published nor of one long bettered', () => {
  const few = playPool(fair, 300, 6);
  const [first] = few.revisions;
  if (first === undefined) throw new Error('There is a revision');
  const byTime = few.draws.toSorted((a, b) => a.at - b.at);
  const [earliest, latest] = [byTime[0], byTime.at(-1)];
  if (earliest === undefined || latest === undefined) throw new Error('They drew');
  const found = ({ drawer, counter }: DrawRecord) => ({ what: 'revision', draw: { drawer, counter } });
  const published = (publishedAt: number): PoolExport => ({ ...few, revisions: [{ ...first, publishedAt }] });
  expect(verifyPool(published(earliest.at + 2_000)).problem).toBeNull();
  expect(verifyPool(published(earliest.at + 2_001)).problem).toEqual(found(earliest));
  const content = { ...fair, endsAt: fair.endsAt + 1 };
  const bettered = (publishedAt: number): PoolExport => {
    const second = { ...first, _id: 'fair:2', revision: 2, content, hash: frozenHash('fair', 2, content), publishedAt };
    return { ...few, revisions: [first, second] };
  };
  expect(verifyPool(bettered(latest.at - 120_000)).problem).toBeNull();
  expect(verifyPool(bettered(latest.at - 120_001)).problem).toEqual(found(latest));
});
