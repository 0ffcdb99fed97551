import type { CheckinMonth } from '@shared/checkin/contract';
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { zh } from '@/copy/zh';
import { CheckinCalendar } from '@/features/checkin/CheckinCalendar';
import { signIn } from '@/platform/door';
import { chooseLanguage } from '@/platform/language';
import { type DoorInFront, openDoor } from '../platform/doorInFront';

// A busy machine takes its time; what is waited for is what counts.
configure({ asyncUtilTimeout: 15_000 });

const month: CheckinMonth = {
  month: '2026-11',
  today: '2026-11-22',
  days: [
    { day: '2026-11-18', points: 5, voucher: false, madeUp: true },
    { day: '2026-11-16', points: 0, voucher: true, madeUp: false },
    { day: '2026-11-20', points: 8, voucher: false, madeUp: false },
  ],
  milestones: [{ days: 7, reward: { kind: 'voucher', amount: 1 }, reached: false }],
  makeUps: { days: ['2026-11-19', '2026-11-21'], left: 2, cards: 1, pricePoints: 50, affordable: true },
};
const words = zh.checkin;
let door: DoorInFront;

beforeEach(async () => {
  chooseLanguage('zh');
  door = await openDoor();
  await signIn('xiaoman');
});

afterEach(() => door.close());

const answer = (value: unknown) => ({ status: 200, body: { result: { ok: true, value, now: Date.now() } } });
const calendar = (onMadeUp = jest.fn()) => <CheckinCalendar today="2026-11-22" from="2026-10" dayOnePoints={5} onMadeUp={onMadeUp} />;

test('days done, made up, missed for good and still in reach are told apart, and the month’s milestones are there', async () => {
  door.answers(answer(month));
  render(calendar());
  await screen.findByLabelText(`11月18日，${words.calendar.madeUp(5)}`);
  expect(screen.getByLabelText(`11月20日，${words.calendar.checked(8)}`)).toBeTruthy();
  expect(screen.getByLabelText(`11月16日，${words.calendar.withVoucher(0)}`)).toBeTruthy();
  expect(screen.getByLabelText(`11月17日，${words.calendar.missed}`)).toBeTruthy();
  expect(screen.getAllByRole('button', { name: new RegExp(words.makeUp.open) })).toHaveLength(2);
  expect(screen.getByLabelText(words.milestone.state(words.milestone.at(7), words.rewards.voucher(), false))).toBeTruthy();
  expect(screen.getByText(`${words.makeUp.left(2)} · ${words.makeUp.cards(1)}`)).toBeTruthy();
});

test('a tap on a day in reach asks what with, makes it up, and fetches the month anew', async () => {
  const made = { day: '2026-11-19', points: 5, costPoints: 0, topUp: null, milestone: null, available: 60, debt: 0 };
  const later = { ...month, days: [...month.days, { day: '2026-11-19', points: 5, voucher: false, madeUp: true }] };
  door.answers(answer(month), answer(made), answer(later));
  const onMadeUp = jest.fn();
  render(calendar(onMadeUp));
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`11月19日，${words.makeUp.open}`) }));
  expect(await screen.findByRole('button', { name: words.makeUp.byPoints(50) })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: words.makeUp.byCard }));
  await waitFor(() => expect(onMadeUp).toHaveBeenCalledWith(made));
  await screen.findByLabelText(`11月19日，${words.calendar.madeUp(5)}`);
});

test('without a card and without points enough the sheet says so', async () => {
  door.answers(answer({ ...month, makeUps: { ...month.makeUps, cards: 0, affordable: false } }));
  render(calendar());
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`11月19日，${words.makeUp.open}`) }));
  expect(await screen.findByText(words.makeUp.short(50))).toBeTruthy();
  expect(screen.queryByRole('button', { name: words.makeUp.byPoints(50) })).toBeNull();
});
