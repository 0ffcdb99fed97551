import type { CheckinReceipt, CheckinView } from '@shared/checkin/contract';
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { zh } from '@/copy/zh';
import { CheckinCard } from '@/features/checkin/CheckinCard';
import { signIn } from '@/platform/door';
import { chooseLanguage } from '@/platform/language';
import { toast } from '@/ui/toast';
import { rewardText } from '@/features/checkin/rewardText';
import { type DoorInFront, openDoor } from '../platform/doorInFront';

// A busy machine takes its time; what is waited for is what counts.
configure({ asyncUtilTimeout: 15_000 });

const before: CheckinView = {
  today: '2026-11-22',
  doneToday: false,
  streak: 2,
  ladderDay: 3,
  ladder: [5, 5, 8, 8, 8, 10, 20],
  endsInVoucher: false,
  monthDays: 5,
  milestones: [
    { days: 5, reward: { kind: 'chance', amount: 1 }, reached: true },
    { days: 15, reward: { kind: 'points', amount: 30 }, reached: false },
  ],
  offer: null,
};
const receipt: CheckinReceipt = {
  day: '2026-11-22',
  points: 8,
  voucher: null,
  milestone: null,
  checkin: { ...before, doneToday: true, streak: 3 },
  available: 58,
  debt: 0,
};

let door: DoorInFront;

beforeEach(async () => {
  chooseLanguage('zh');
  door = await openDoor();
  await signIn('xiaoman');
});

afterEach(() => door.close());

const keysSent = (): readonly unknown[] => door.knocks.flatMap(({ body }) => (body.input === undefined ? [] : [body.input]));

test('one tap checks in, hands the receipt on and says what was earned', async () => {
  door.answers({ status: 200, body: { result: { ok: true, value: receipt, now: Date.now() } } });
  const onDone = jest.fn();
  render(<CheckinCard checkin={before} onDone={onDone} onStale={jest.fn()} />);
  fireEvent.click(screen.getByRole('button', { name: zh.checkin.perform(8) }));
  fireEvent.click(screen.getByRole('button', { name: zh.checkin.perform(8) }));
  await waitFor(() => expect(onDone).toHaveBeenCalledWith(receipt));
  expect(keysSent()).toHaveLength(1);
  expect(toast.get()?.text).toBe(zh.checkin.earned(8));
});

test('a day that is done on another phone is said in a sentence and looked up again', async () => {
  door.answers({ status: 200, body: { result: { ok: false, refusal: { code: 'checkin.done' }, now: Date.now() } } });
  const onStale = jest.fn();
  render(<CheckinCard checkin={before} onDone={jest.fn()} onStale={onStale} />);
  fireEvent.click(screen.getByRole('button', { name: zh.checkin.perform(8) }));
  await waitFor(() => expect(onStale).toHaveBeenCalled());
  expect(toast.get()?.text).toBe('今天已经打过卡了，明天再来。');
});

test('a tap that met a fault keeps its key for the next one', async () => {
  door.answers({ status: 400, body: {} }, { status: 200, body: { result: { ok: true, value: receipt, now: Date.now() } } });
  const onDone = jest.fn();
  render(<CheckinCard checkin={before} onDone={onDone} onStale={jest.fn()} />);
  fireEvent.click(screen.getByRole('button', { name: zh.checkin.perform(8) }));
  await waitFor(() => expect(screen.getByRole('button', { name: zh.checkin.perform(8) }).getAttribute('aria-busy')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: zh.checkin.perform(8) }));
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  const [first, second] = keysSent();
  expect(second).toEqual(first);
});

test('a day that is done has no button, and says what comes tomorrow', () => {
  render(<CheckinCard checkin={receipt.checkin} onDone={jest.fn()} onStale={jest.fn()} />);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText(zh.checkin.done)).toBeTruthy();
  expect(screen.getByText(zh.checkin.doneNote(8))).toBeTruthy();
});

test('a milestone that is reached is told with what it brings, and the next one before', async () => {
  const reached = { days: 6, points: 0, chances: 1, voucher: null };
  door.answers({ status: 200, body: { result: { ok: true, value: { ...receipt, milestone: reached }, now: Date.now() } } });
  render(<CheckinCard checkin={before} onDone={jest.fn()} onStale={jest.fn()} />);
  expect(screen.getByText(zh.checkin.milestone.next(10, zh.checkin.rewards.points(30)))).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: zh.checkin.perform(8) }));
  const text = zh.checkin.together([zh.checkin.earned(8), zh.checkin.milestone.reached(6, zh.checkin.rewards.chance(1))]);
  await waitFor(() => expect(toast.get()?.text).toBe(text));
});

test('a make-up that makes today worth more is offered before it, asked about once more, and handed on', async () => {
  const offer = {
    ...{ day: '2026-11-21', pays: 'points' as const, costPoints: 50 },
    ...{ usual: { kind: 'points' as const, amount: 5 }, raised: { kind: 'points' as const, amount: 10 } },
  };
  const value = { ...receipt, day: '2026-11-21', points: 5, costPoints: 50, topUp: null };
  door.answers({ status: 200, body: { result: { ok: true, value, now: Date.now() } } });
  const onDone = jest.fn();
  render(<CheckinCard checkin={{ ...before, offer }} onDone={onDone} onStale={jest.fn()} />);
  const words = zh.checkin.makeUp;
  expect(screen.getByText(words.offer('11月21日', rewardText(offer.raised, zh.checkin), rewardText(offer.usual, zh.checkin)))).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: words.key }));
  fireEvent.click(await screen.findByRole('button', { name: words.byPoints(50) }));
  await waitFor(() => expect(onDone).toHaveBeenCalledWith(value));
  expect(keysSent()).toMatchObject([{ day: '2026-11-21', pays: 'points' }]);
  expect(toast.get()?.text).toBe(words.done('11月21日', 5));
});
