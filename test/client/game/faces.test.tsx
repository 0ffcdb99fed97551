import type { DrawReceipt } from '@shared/game/contract';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { zh } from '@/copy/zh';
import { sectorAt } from '@/features/game/landing';
import { NineGrid } from '@/features/game/NineGrid';
import { OddsTable } from '@/features/game/OddsTable';
import { ScratchCard } from '@/features/game/ScratchCard';
import { useDraw } from '@/features/game/useDraw';
import { Wheel } from '@/features/game/Wheel';
import { signIn } from '@/platform/door';
import { chooseLanguage } from '@/platform/language';
import { fair } from '../../rules/game/playPool';
import { type DoorInFront, openDoor } from '../platform/doorInFront';

const { prizes } = fair;
const [table] = fair.tables;
if (table === undefined) throw new Error('The fair has a table');
const ids = prizes.map((prize) => prize.id);

beforeEach(() => chooseLanguage('zh'));

const turnOf = (container: HTMLElement): number => {
  const turn = /rotate\((-?[\d.]+)deg\)/.exec(container.querySelector<HTMLElement>('.wheel__disc')?.style.transform ?? '');
  return Number(turn?.[1]);
};

test.each(ids)('the wheel stops with %s under its pointer', (prizeId) => {
  const { container } = render(<Wheel prizes={prizes} target={{ prizeId }} still label="wheel" />);
  expect(prizes[sectorAt(turnOf(container), prizes.length)]?.id).toBe(prizeId);
});

test.each(ids)('the light of the nine squares rests on %s', async (prizeId) => {
  const { container } = render(<NineGrid prizes={prizes} target={{ prizeId }} still label="grid" />);
  await waitFor(() => expect(container.querySelector('.nine-grid__one--lit')?.textContent).toBe(prizeId));
});

test.each(ids)('the scratch card uncovers %s', async (prizeId) => {
  const { container } = render(<ScratchCard prizes={prizes} target={{ prizeId }} still label="card" />);
  await waitFor(() => expect(container.querySelector('.scratch-card__bit:not(.scratch-card__bit--off)')).toBeNull());
  expect(container.querySelector('.scratch-card__prize')?.textContent).toBe(prizeId);
});

describe('in motion', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test.each(ids)('the light runs for 3.2 seconds and not a moment longer before it rests on %s', (prizeId) => {
    const { container } = render(<NineGrid prizes={prizes} target={{ prizeId }} still={false} label="grid" />);
    const lit = (): string | null | undefined => container.querySelector('.nine-grid__one--lit')?.textContent;
    const seen = new Set<string | null | undefined>();
    for (let at = 0; at < 3_150; at += 50) {
      act(() => jest.advanceTimersByTime(50));
      seen.add(lit());
    }
    expect(seen.size).toBeGreaterThan(3);
    act(() => jest.advanceTimersByTime(50));
    expect(lit()).toBe(prizeId);
  });
});

test('the odds page shows every prize of the frozen table with its odds, and nothing else', () => {
  const { container } = render(<OddsTable content={fair} table={table} left={{ lamp: 5, mug: 400 }} tiers={null} />);
  const rows = [...container.querySelectorAll('.odds-table__row')].map((row) => row.textContent);
  expect(rows).toHaveLength(table.rows.length);
  for (const [place, { prizeId, weight }] of table.rows.entries()) {
    expect(rows[place]).toContain(prizeId);
    expect(rows[place]).toContain(`${weight / 10} %`);
  }
  expect(rows[0]).toContain(zh.gameDraw.odds.stock('5', '12'));
});

describe('a draw', () => {
  let door: DoorInFront;
  beforeEach(async () => {
    door = await openDoor();
    await signIn('xiaoman');
  });
  afterEach(() => door.close());

  const mine = { tier: 'firefly', chances: 2, drawnToday: 0, drawn: 0, misses: 0 } as const;
  const receipt: DrawReceipt = {
    ...{
      id: 'd1',
      poolId: 'fair',
      counter: 0,
      at: 1,
      reason: 'stock',
      amount: 0,
      pickupCode: null,
      unitId: null,
      packId: null,
      available: 9,
    },
    prize: { id: 'thanks', name: { zh: 'thanks', en: 'thanks' }, kind: 'thanks' },
    picked: { id: 'lamp', name: { zh: 'lamp', en: 'lamp' } },
    mine: { ...mine, chances: 1 },
  };
  /** A face and its key, without the sheet that tells the result: jsdom cannot draw that. */
  function Stage({ onDrawn }: { readonly onDrawn: (receipt: DrawReceipt) => void }): ReactNode {
    const drawing = useDraw('fair', onDrawn, () => undefined);
    const prizeId = drawing.receipt?.prize.id;
    return (
      <>
        <Wheel prizes={prizes} target={prizeId === undefined ? null : { prizeId }} still label="wheel" />
        <button onClick={() => void drawing.draw()}>draw</button>
        <p>{drawing.trouble?.code ?? 'no trouble'}</p>
      </>
    );
  }
  const draw = (): void => void fireEvent.click(screen.getByRole('button', { name: 'draw' }));

  test('is decided by the server before anything moves', async () => {
    door.answers({ status: 200, body: { result: { ok: true, value: receipt, now: Date.now() } } });
    const onDrawn = jest.fn();
    const { container } = render(<Stage onDrawn={onDrawn} />);
    draw();
    expect(turnOf(container)).toBe(0);
    await waitFor(() => expect(onDrawn).toHaveBeenCalledWith(receipt));
    await waitFor(() => expect(prizes[sectorAt(turnOf(container), prizes.length)]?.id).toBe('thanks'));
  });

  test('whose answer was lost goes again with the same key and nonce; the next draw has its own', async () => {
    const given = { status: 200, body: { result: { ok: true, value: receipt, now: Date.now() } } };
    door.answers({ status: 400, body: {} }, given);
    const onDrawn = jest.fn();
    render(<Stage onDrawn={onDrawn} />);
    draw();
    await waitFor(() => expect(screen.getByText('call.fault')).toBeTruthy());
    draw();
    await waitFor(() => expect(onDrawn).toHaveBeenCalledTimes(1));
    draw();
    await waitFor(() => expect(onDrawn).toHaveBeenCalledTimes(2));
    const [first, again, next] = door.knocks.flatMap(({ body }) => (body.method === 'game.draw' ? [body.input] : []));
    expect(again).toEqual(first);
    expect(next).not.toEqual(first);
  });
});
