import type { PoolView } from '@shared/game/contract';
import type { DrawRecord } from '@shared/game/drawTypes';
import { configure, render, screen } from '@testing-library/react';
import { zh } from '@/copy/zh';
import { PoolOdds } from '@/features/game/PoolOdds';
import { StageAct } from '@/features/game/StageAct';
import { VerifyBoard } from '@/features/game/VerifyBoard';
import { signIn } from '@/platform/door';
import { chooseLanguage } from '@/platform/language';
import { fair, offsetMinutes, playPool, secret } from '../../rules/game/playPool';
import { openDoor } from '../platform/doorInFront';

// A busy machine takes its time; what is waited for is what counts.
configure({ asyncUtilTimeout: 15_000 });

const [table] = fair.tables;
if (table === undefined) throw new Error('The fair has a table');
const fairDays = { opensAt: fair.opensAt, endsAt: fair.endsAt, perDayMax: fair.perDayMax };

beforeEach(() => chooseLanguage('zh'));

describe('the page of a draw', () => {
  const mine = { tier: 'galaxy', chances: 2, drawnToday: 1, drawn: 4, misses: 1 } as const;
  const card = { ...{ id: 'fair', name: fair.name, face: 'wheel' as const, phase: 'open' as const, prizes: [], mine }, ...fairDays };
  const shown = { revisions: [], secretHash: '', secret: null, closing: null, stopReason: null, left: { lamp: 5, mug: 400 } };
  const view: PoolView = { card, content: fair, ...shown };
  const actOf = (change: Partial<PoolView>): { text: string | null; off: boolean } => {
    const { container } = render(
      <StageAct
        view={{ ...view, ...change }}
        offsetMinutes={480}
        scratch={false}
        moving={false}
        onDraw={jest.fn()}
        onUncover={jest.fn()}
      />,
    );
    const key = container.querySelector('.button');
    return { text: key?.textContent ?? null, off: key?.classList.contains('button--disabled') === true };
  };
  const words = zh.gameDraw;

  test.each<[string, Partial<PoolView>, string | null, boolean]>([
    ['a chance and a draw left', {}, words.draw, false],
    ['no chance', { card: { ...card, mine: { ...mine, chances: 0 } } }, words.toChances, false],
    ['the day’s draws made', { card: { ...card, perDayMax: 1 } }, words.dayFull, true],
    ['all of one’s draws made', { content: { ...fair, perMemberMax: 4 } }, words.memberFull, true],
    ['no table for the tier', { content: { ...fair, tables: [{ ...table, tierIds: ['candle'] }] } }, words.otherTiers, true],
    ['a pool not yet open', { card: { ...card, phase: 'soon' } }, words.from('11月22日 10:00'), true],
    ['a pool that is over', { card: { ...card, phase: 'closing' } }, words.phases.closing, true],
    ['a pool whose secret is out', { card: { ...card, phase: 'closed' }, secret: 'told' }, words.links.verify, false],
    ['a pool that was stopped', { card: { ...card, phase: 'stopped' } }, words.phases.stopped, true],
    ['nobody’s card', { card: { ...card, mine: null } }, null, false],
  ])('with %s has the act that fits', (_, change, text, off) => {
    expect(actOf(change)).toEqual({ text, off });
  });

  test('shows the odds of the member’s own tier as they were frozen', () => {
    const galaxy = {
      ...table,
      tierIds: ['galaxy' as const],
      rows: table.rows.toReversed().map((row, place) => ({ ...row, weight: 100 * (place + 1) })),
    };
    const content = { ...fair, tables: [{ ...table, tierIds: ['firefly' as const] }, galaxy] };
    const { container } = render(<PoolOdds view={{ ...view, content }} />);
    const rows = [...container.querySelectorAll('.odds-table__row')].map(({ textContent }) => textContent);
    expect(rows.map((row, place) => [row.includes(galaxy.rows[place]?.prizeId ?? '?'), row.endsWith(`${10 * (place + 1)} %`)])).toEqual(
      galaxy.rows.map(() => [true, true]),
    );
    expect(container.textContent).toContain(words.tiers.galaxy);
    expect(container.textContent).toContain(words.odds.guarantee(5, 'points'));
  });
});

describe('checking one’s own draws on the phone', () => {
  const { draws, revisions } = playPool(fair, 40, 8);
  const mine = draws.filter(({ drawer }) => drawer === draws[0]?.drawer);
  const card = {
    ...{ id: 'fair', name: fair.name, face: 'wheel' as const, phase: 'closed' as const, prizes: [], mine: null },
    ...fairDays,
  };
  const view: PoolView = { card, content: fair, revisions, secret, secretHash: '', closing: null, stopReason: null, left: {} };
  const words = zh.gameDraw.verify;

  const check = async (records: readonly DrawRecord[], says: string): Promise<readonly (string | null)[]> => {
    const door = await openDoor();
    try {
      await signIn('xiaoman');
      door.answers({ status: 200, body: { result: { ok: true, value: { draws: records, next: null }, now: Date.now() } } });
      const { container } = render(<VerifyBoard view={view} offsetMinutes={offsetMinutes} />);
      await screen.findByText(says);
      return [...container.querySelectorAll('.tag')].map(({ textContent }) => textContent);
    } finally {
      await door.close();
    }
  };

  test('every one matches when nothing was altered', async () => {
    expect(await check(mine, words.good('5'))).toEqual(mine.map(() => words.matches));
  });

  test('the first that was altered is named, and what comes after it rests on it', async () => {
    const altered = mine.map((record, place) => (place === 3 ? { ...record, nonce: 'chosen-later' } : record));
    expect(await check(altered, words.bad(4))).toEqual([words.matches, words.matches, words.matches, words.differs, words.differs]);
  });
});
