import type { FamilyView } from '@shared/member/familyContract';
import { fireEvent, render, screen } from '@testing-library/react';
import { en } from '@/copy/en';
import { FamilyCard } from '@/features/member/FamilyCard';
import { FamilyOfferCard } from '@/features/member/FamilyOfferCard';
import { SharedAccountCard } from '@/features/member/SharedAccountCard';

// A browser without a wish of its own is answered in English.
const words = en.family;
const bea = {
  memberId: 'bea',
  nickname: '小安',
  avatarUrl: null,
  cardTail: '7712',
  joinedAt: Date.UTC(2026, 10, 20),
  brought: 120,
  earned: 80,
};
const family: FamilyView = {
  role: 'holder',
  kind: 'family',
  holderName: '小满',
  people: 2,
  most: 6,
  members: [bea],
  invite: null,
  offsetMinutes: 480,
};
const nothing = (): void => undefined;

test('the holder sees what each brought and earned, and is told what letting one go means before it happens', async () => {
  render(<FamilyCard family={family} onChange={nothing} />);
  expect(screen.getByText(new RegExp(words.gave('120', '80')))).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: words.removeName('小安') }));
  expect(await screen.findByText(words.removeNote)).toBeTruthy();
});

test('somebody alone is told what sharing means', () => {
  render(<FamilyCard family={{ ...family, role: 'alone', people: 1, members: [] }} onChange={nothing} />);
  expect(screen.getByText(words.aloneNote)).toBeTruthy();
});

test('whoever is invited reads whose account it is and which points go over; whoever shares one, how to leave', async () => {
  const offer = { holderName: '', kind: 'family', people: 1, endsAt: 0, points: 255, offsetMinutes: 480 } as const;
  const { unmount } = render(<FamilyOfferCard code="c" offer={offer} onJoined={nothing} />);
  expect(screen.getByText(words.offer(words.somebody))).toBeTruthy();
  expect(screen.getByText(words.offerNote('255'))).toBeTruthy();
  unmount();
  render(<SharedAccountCard family={{ ...family, role: 'member', members: [] }} onLeft={nothing} />);
  fireEvent.click(screen.getByRole('button', { name: words.leave }));
  expect(await screen.findByText(words.leaveNote)).toBeTruthy();
});
