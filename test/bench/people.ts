import type { LocalCloud } from '@localcloud/index';
import { openAccount } from '@shared/ledger/openAccount';
import type { Account } from '@shared/ledger/types';
import type { Card, Member } from '@shared/member/types';
import type { Visit } from '@shared/purchase/types';

/** A member that is loaded into the database ready-made, with points to spend and a visit that stays open. */
export interface BenchMember {
  readonly openid: string;
  readonly memberId: string;
  readonly visitId: string;
}

export const till = { openid: 'bench-clerk', staffId: 'clerk', device: 'bench-till', shopId: 'bench' };
const pointsToSpend = 1_000_000;

/** Loads `count` members whose ids begin with `prefix`. */
export async function loadMembers(cloud: LocalCloud, prefix: string, count: number): Promise<readonly BenchMember[]> {
  const now = cloud.clock.nowMs();
  const people = Array.from({ length: count }, (_, index) => nameOf(prefix, index));
  await cloud.data.load(
    'members',
    people.map((person) => memberOf(person, now)),
  );
  await cloud.data.load(
    'accounts',
    people.map((person) => accountOf(person, now)),
  );
  await cloud.data.load(
    'cards',
    people.map((person) => cardOf(person, now)),
  );
  await cloud.data.load(
    'visits',
    people.map((person) => visitOf(person, now)),
  );
  return people;
}

/** Loads `count` members by themselves (nothing but their personal facts), each with `facts` beside what everybody has. */
export async function loadPeople(
  cloud: LocalCloud,
  prefix: string,
  count: number,
  facts: Partial<Member>,
): Promise<readonly BenchMember[]> {
  const now = cloud.clock.nowMs();
  const people = Array.from({ length: count }, (_, index) => nameOf(prefix, index));
  await cloud.data.load(
    'members',
    eachOf(people, (person) => ({ ...memberOf(person, now), ...facts })),
  );
  return people;
}

/** One document after the other, so that a long list of them is never held. */
export function* eachOf<Item>(items: readonly Item[], make: (item: Item) => Record<string, unknown>): Generator<Record<string, unknown>> {
  for (const item of items) yield make(item);
}

function nameOf(prefix: string, index: number): BenchMember {
  const memberId = `${prefix}${String(index).padStart(8, '0')}`;
  return { openid: `open-${memberId}`, memberId, visitId: `${memberId}:1` };
}

function memberOf({ openid, memberId }: BenchMember, now: number): Record<string, unknown> {
  const member: Member = {
    _id: openid,
    memberId,
    accountId: memberId,
    cardNumber: `9${memberId}`,
    codeVersion: 1,
    nickname: '小满',
    birthday: null,
    birthdayChangedOn: null,
    birthdayDate: null,
    birthdayGiftOn: null,
    raceName: false,
    consents: [{ version: '2026-11', at: now }],
    marketing: { agreed: false, at: now },
    ageConfirmedAt: now,
    joinedAt: now,
    joinedDate: '11-22',
    source: {},
  };
  return { ...member };
}

function accountOf({ memberId }: BenchMember, now: number): Record<string, unknown> {
  const account: Account = {
    ...openAccount(memberId, now, '2026-11-22'),
    available: pointsToSpend,
    lots: [{ id: '2026-11', endsOn: '2099-11-30', points: pointsToSpend }],
    nextDueOn: '2099-12-01',
  };
  return { ...account };
}

function cardOf({ openid, memberId }: BenchMember, now: number): Record<string, unknown> {
  const card: Card = { _id: `9${memberId}`, memberId, accountId: memberId, openid, versions: [{ version: 1, from: now, key: 'join' }] };
  return { ...card };
}

function visitOf({ memberId, visitId }: BenchMember, now: number): Record<string, unknown> {
  const visit: Visit = {
    _id: visitId,
    memberId,
    accountId: memberId,
    shopId: till.shopId,
    device: till.device,
    staffId: till.staffId,
    openedAt: now,
    endsAt: Number.MAX_SAFE_INTEGER,
    by: 'scan',
    cardTail: memberId.slice(-4),
  };
  return { ...visit };
}
