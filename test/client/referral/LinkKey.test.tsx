import { fireEvent, render, screen } from '@testing-library/react';
import { en } from '@/copy/en';
import { refusals } from '@/copy/refusals';
import { LinkKey } from '@/features/referral/LinkKey';
import { signIn } from '@/platform/door';
import { type DoorInFront, openDoor } from '../platform/doorInFront';

// A browser without a wish of its own is answered in English.
const words = en.referral;
const url = '#小程序://灯火会员/送你一份见面礼/9pZvnVw3KMCQpVp';
const until = Date.UTC(2026, 11, 21, 20, 0);
let door: DoorInFront;
let copied: string[] = [];

beforeEach(async () => {
  copied = [];
  const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
  Object.defineProperty(window.navigator, 'clipboard', { value: clipboard, configurable: true });
  door = await openDoor();
  await signIn('xiaoman');
});
afterEach(() => door.close());

const press = (): void => void fireEvent.click(screen.getByRole('button', { name: words.copy }));
const answered = (answer: object) => ({ status: 200, body: { result: { ...answer, now: Date.now() } } });

test('where pages have no address, the platform’s short link is copied, and shown with the day until which it opens', async () => {
  door.answers(answered({ ok: true, value: { url, until } }));
  render(<LinkKey address={null} offsetMinutes={480} />);
  press();
  expect(await screen.findByText(url)).toBeTruthy();
  expect(screen.getByText(words.linkUntil('22 Dec'))).toBeTruthy();
  expect(copied).toEqual([url]);
});

test('when the platform refuses, it is said what to use instead, and nothing is copied', async () => {
  door.answers(answered({ ok: false, refusal: { code: 'referral.noLink' } }));
  render(<LinkKey address={null} offsetMinutes={480} />);
  press();
  expect(await screen.findByText(refusals.en['referral.noLink'])).toBeTruthy();
  expect(copied).toEqual([]);
});

test('where pages have an address, that is copied, and nobody is asked', async () => {
  render(<LinkKey address="http://here/#/packages/invite/open/index" offsetMinutes={480} />);
  press();
  expect(await screen.findByText('http://here/#/packages/invite/open/index')).toBeTruthy();
  expect(copied).toEqual(['http://here/#/packages/invite/open/index']);
  expect(door.knocks.map(({ path }) => path)).toEqual(['/door/signin']);
});
