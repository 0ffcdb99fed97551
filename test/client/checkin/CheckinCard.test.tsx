import type { CheckinReceipt, CheckinView } from '@shared/checkin/contract';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { zh } from '@/copy/zh';
import { CheckinCard } from '@/features/checkin/CheckinCard';
import { signIn } from '@/platform/door';
import { chooseLanguage } from '@/platform/language';
import { toast } from '@/ui/toast';
import { type DoorInFront, openDoor } from '../platform/doorInFront';

const before: CheckinView = {
  today: '2026-11-22',
  doneToday: false,
  streak: 2,
  ladderDay: 3,
  ladder: [5, 5, 8, 8, 8, 10, 20],
  endsInVoucher: false,
};
const receipt: CheckinReceipt = {
  day: '2026-11-22',
  points: 8,
  voucher: null,
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
