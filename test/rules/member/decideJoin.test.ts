import { decideJoin, type JoinRequest } from '@shared/member/decideJoin';
import { decideProfile } from '@shared/member/decideProfile';
import type { Member } from '@shared/member/types';
import { defaultProgramme } from '@shared/store/programme';

const setting = { programme: defaultProgramme, today: '2026-11-22', now: 1000, openid: 'o', memberId: 'm', cardNumber: '9' };
const request: JoinRequest = { consentVersion: defaultProgramme.consentVersion, consented: true, ageConfirmed: true, marketing: false };

function joined(): Member {
  const decided = decideJoin(request, setting);
  if (!decided.ok) throw new Error(decided.refusal.code);
  return decided.value;
}

test('keeps which text was agreed to and when, and marketing apart', () => {
  expect(joined()).toMatchObject({
    consents: [{ version: defaultProgramme.consentVersion, at: 1000 }],
    marketing: { agreed: false, at: 1000 },
    ageConfirmedAt: 1000,
    nickname: '',
  });
});

test.each([
  [{ consented: false }, 'member.consentNeeded'],
  [{ consentVersion: 'of last year' }, 'member.consentStale'],
  [{ ageConfirmed: false }, 'member.ageNeeded'],
  [{ birthday: '2020-01-01' }, 'member.birthdayWrong'],
  [{ birthday: '1890-01-01' }, 'member.birthdayWrong'],
] as const)('refuses %j with %s', (change, code) => {
  expect(decideJoin({ ...request, ...change }, setting)).toEqual({ ok: false, refusal: { code } });
});

test('takes a birthday of somebody who turns 14 today, not of somebody who does tomorrow', () => {
  expect(decideJoin({ ...request, birthday: '2012-11-22' }, setting).ok).toBe(true);
  expect(decideJoin({ ...request, birthday: '2012-11-23' }, setting).ok).toBe(false);
});

test('a birthday may be given, corrected once, and then not for a year', () => {
  const given = decideProfile(joined(), { birthday: '1990-02-28' }, '2026-11-22', 2000);
  if (!given.ok) throw new Error('refused');
  const corrected = decideProfile(given.value, { birthday: '1990-02-27' }, '2026-11-22', 2000);
  if (!corrected.ok) throw new Error('refused');
  expect(decideProfile(corrected.value, { birthday: '1990-02-26' }, '2027-11-21', 3000)).toEqual({
    ok: false,
    refusal: { code: 'member.birthdayLocked', args: { on: '2027-11-22' } },
  });
  expect(decideProfile(corrected.value, { birthday: '1990-02-26' }, '2027-11-22', 3000).ok).toBe(true);
  expect(decideProfile(corrected.value, { birthday: '1990-02-27' }, '2026-11-23', 3000).ok).toBe(true);
});

test('withdrawing consent to marketing is as easy as giving it, and each keeps its time', () => {
  const agreed = decideProfile(joined(), { marketing: true }, '2026-11-22', 2000);
  if (!agreed.ok) throw new Error('refused');
  expect(agreed.value.marketing).toEqual({ agreed: true, at: 2000 });
  expect(decideProfile(agreed.value, { marketing: true }, '2026-11-23', 3000)).toMatchObject({ value: { marketing: { at: 2000 } } });
  expect(decideProfile(agreed.value, { marketing: false }, '2026-11-23', 4000)).toMatchObject({
    value: { marketing: { agreed: false, at: 4000 } },
  });
});
