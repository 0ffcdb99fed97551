import type { OutboxFigures } from '@shared/message/contract';
import type { JobView } from '@shared/store/contract';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { en } from '@/copy/en';
import { OutboxCard } from '@/features/message/OutboxCard';
import { JobRow } from '@/features/store/JobRow';
import { signIn } from '@/platform/door';
import { openDoor } from '../platform/doorInFront';

// A browser without a wish of its own is answered in English.
const words = en.storeJobs;
const job: JobView = {
  name: 'sendOutbox',
  everyMinutes: 1,
  priority: 1,
  ranAt: Date.UTC(2026, 10, 22, 2, 5),
  tookMs: 1_234,
  state: 'ended',
  lastResult: { sent: 3, more: true },
  fault: null,
};

test('a job says when it last ran, how long it took, and that something is left', () => {
  render(<JobRow job={job} offsetMinutes={480} />);
  expect(screen.getByText(words.names.sendOutbox)).toBeTruthy();
  expect(screen.getByText(`${words.every(1)} · ${words.ranAt('22 Nov 10:05', '1.2 s')} · ${words.more}`)).toBeTruthy();
});

test('one that was cut off says so, and one that failed gives its fault', () => {
  render(<JobRow job={{ ...job, tookMs: null, state: 'killed', lastResult: {} }} offsetMinutes={480} />);
  expect(screen.getByText(words.states.killed)).toBeTruthy();
  render(<JobRow job={{ ...job, state: 'failed', lastResult: {}, fault: 'the disk is full' }} offsetMinutes={480} />);
  expect(screen.getByText(/the disk is full/)).toBeTruthy();
});

test('a stopped template is sent by again at a tap, and the figures are looked at anew', async () => {
  const door = await openDoor();
  await signIn('xiaoman');
  const states = { waiting: 4, sending: 0, held: 2, unknown: 0, sent: 1_200, givenUp: 1 };
  const stop = { _id: 'pickup', errCode: 40037, text: '', at: 0, messageId: 'm', liftedAt: null };
  const figures: OutboxFigures = { states, stops: [stop] };
  const onLifted = jest.fn(() => Promise.resolve());
  door.answers({ status: 200, body: { result: { ok: true, value: { lifted: true }, now: Date.now() } } });
  render(<OutboxCard figures={figures} onLifted={onLifted} />);
  expect(screen.getByText('1,200')).toBeTruthy();
  expect(screen.getByText(words.stopped('Ready for pick-up', 40037))).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: words.resume }));
  await waitFor(() => expect(onLifted).toHaveBeenCalledTimes(1));
  expect(door.knocks.at(-1)?.body).toMatchObject({ method: 'message.resume', input: { topic: 'pickup' } });
  await door.close();
});
