import type { DrawReceipt } from '@shared/game/contract';
import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { zh } from '@/copy/zh';
import { DrawStage } from '@/features/game/DrawStage';
import { sectorAt } from '@/features/game/landing';
import { NineGrid } from '@/features/game/NineGrid';
import { OddsTable } from '@/features/game/OddsTable';
import { fieldsBare, isBareEnough, spotsBetween } from '@/features/game/scratchTrack';
import { ScratchCard } from '@/features/game/ScratchCard';
import { useDraw } from '@/features/game/useDraw';
import { Wheel } from '@/features/game/Wheel';
import { signIn } from '@/platform/door';
import { chooseLanguage } from '@/platform/language';
import { fair } from '../../rules/game/playPool';
import { type DoorInFront, openDoor } from '../platform/doorInFront';

// A busy machine takes its time; what is waited for is what counts.
configure({ asyncUtilTimeout: 15_000 });

const { prizes } = fair;
const [table] = fair.tables;
if (table === undefined) throw new Error('The fair has a table');
const fairDays = { opensAt: fair.opensAt, endsAt: fair.endsAt, perDayMax: fair.perDayMax };
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

test.each(ids)('the scratch card has %s under its cover', (prizeId) => {
  const card = (uncovered: boolean, still = false): ReactNode => (
    <ScratchCard prizes={prizes} target={{ prizeId }} still={still} label="card" uncovered={uncovered} onUncovered={jest.fn()} />
  );
  const { container, rerender } = render(card(false));
  const cover = (): Element | null => container.querySelector('.scratch-card__cover');
  expect(cover()).not.toBeNull();
  expect(container.querySelector('.scratch-card__prize')?.textContent).toBe(prizeId);
  rerender(card(true));
  expect(cover()).toBeNull();
  rerender(card(false, true));
  expect(cover()).toBeNull();
});

/** A finger, or a mouse with or without its button down, at a place of the card. */
function stroke(card: Element, kind: 'pointerdown' | 'pointermove', at: readonly [number, number], pointerType: string, buttons = 0): void {
  const [clientX, clientY] = at;
  const event = new MouseEvent(kind, { clientX, clientY, buttons, bubbles: true });
  Object.defineProperty(event, 'pointerType', { value: pointerType });
  fireEvent(card, event);
}

test.each([
  ['a finger', 'touch', 0, 1],
  ['a pressed mouse', 'mouse', 1, 1],
  ['a mouse that only passes', 'mouse', 0, 0],
])('%s going to and fro over the card', (_, pointerType, buttons, times) => {
  const onUncovered = jest.fn();
  const { container } = render(
    <ScratchCard prizes={prizes} target={{ prizeId: 'points' }} still={false} label="card" uncovered={false} onUncovered={onUncovered} />,
  );
  const card = container.querySelector('.scratch-card');
  if (card === null) throw new Error('There is no card');
  card.getBoundingClientRect = () => new DOMRect(0, 0, 300, 200);
  stroke(card, 'pointerdown', [0, 10], pointerType, buttons);
  expect(onUncovered).not.toHaveBeenCalled();
  for (let y = 10; y <= 190; y += 20) for (const x of [290, 10]) stroke(card, 'pointermove', [x, y], pointerType, buttons);
  expect(onUncovered).toHaveBeenCalledTimes(times);
});

test('a finger that goes over the card takes the cover off; a look does not, and one stroke is not enough', () => {
  const across = (bare: ReadonlySet<number>, y: number) => fieldsBare(bare, spotsBetween({ x: 0, y }, { x: 1, y }));
  const one = across(new Set(), 0.3);
  expect(isBareEnough(one)).toBe(false);
  expect(isBareEnough([0.1, 0.5, 0.9].reduce(across, one))).toBe(true);
  expect(isBareEnough(fieldsBare(new Set(), [{ x: 0.5, y: 0.5 }]))).toBe(false);
  expect(fieldsBare(new Set(), [{ x: -3, y: 9 }]).size).toBe(0);
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
  test.each([
    ['another is offered', 5, true],
    ['no other is offered when that was the day’s last', 1, false],
  ])('from a scratch card is told once the cover is off, by hand or by the key; %s', async (_, perDayMax, offered) => {
    const drawn = { ...receipt, mine: { ...receipt.mine, drawnToday: 1 } };
    door.answers({ status: 200, body: { result: { ok: true, value: drawn, now: Date.now() } } });
    const face = { face: 'scratch', phase: 'open' } as const;
    const card = { ...{ id: 'fair', name: fair.name, prizes: [], mine }, ...face, ...fairDays, perDayMax };
    const shown = { revisions: [], secretHash: '', secret: null, closing: null, stopReason: null, left: {} };
    const view = { card, content: { ...fair, face: 'scratch' as const }, ...shown };
    // jsdom has no media queries; this phone asks for less motion only in its own test.
    window.matchMedia = () => ({ matches: false }) as MediaQueryList;
    render(<DrawStage view={view} offsetMinutes={480} onDrawn={jest.fn()} onStale={jest.fn()} />);
    fireEvent.click(screen.getByRole('button', { name: zh.gameDraw.scratch }));
    const key = await screen.findByRole('button', { name: zh.gameDraw.uncover });
    expect(screen.queryByRole('button', { name: zh.gameDraw.result.done })).toBeNull();
    fireEvent.click(key);
    expect(await screen.findByRole('button', { name: zh.gameDraw.result.done })).toBeTruthy();
    expect(screen.queryByRole('button', { name: zh.gameDraw.uncover })).toBeNull();
    expect(screen.queryByRole('button', { name: zh.gameDraw.result.again }) !== null).toBe(offered);
  });

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
