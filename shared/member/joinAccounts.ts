import { joinChanceDays, partChanceDay } from '../game/chanceDay';
import { moveChances, type ChanceMove } from '../game/chances';
import type { Day } from '../kernel/time';
import { close } from '../ledger/close';
import { takeOver } from '../ledger/takeOver';
import type { Account } from '../ledger/types';
import { emptyStanding, joinStandings } from '../tier/joinStandings';
import { carry, type Settled } from '../tier/settleAccount';
import type { Tier } from '../tier/types';
import { familyOf } from './family';

/** An account as read, and settled. */
interface Side {
  readonly account: Account;
  readonly settled: Settled;
}

/** A joining on its way: `source` names it in both ledgers. */
interface Joining {
  readonly source: string;
  readonly today: Day;
  readonly at: number;
  readonly cardNumber: string;
  readonly tiers: readonly Tier[];
}

/** What a joining makes of one of the two accounts. */
interface Joined extends Side {
  readonly entries: ChanceMove<Account>['entries'];
}

/**
 * Joins one person's account to a family's: points, debt, score, tier and chances go over by entries on both sides, and what is the
 * person's own (check-in, where they stand in the pools, what their day's limits have room for) goes along under their member id. Pure;
 * sums before are sums after.
 */
export function joinAccounts(own: Side, family: Side, joining: Joining): { readonly own: Joined; readonly family: Joined } {
  const { source, today, at, cardNumber, tiers } = joining;
  const { balance } = own.settled.posting;
  const { memberId } = own.account;
  const chances = moveChances(own.account, family.account, source, { today, at });
  const emptied = withMoved(own.settled, emptyStanding(own.settled.standing, today, tiers));
  const closed = close(emptied.posting, { source, day: today, note: {}, kind: 'transfer' });
  const joined = withMoved(family.settled, joinStandings(family.settled.standing, own.settled.standing, today, tiers));
  const taken = takeOver(joined.posting, { source, day: today, balance, note: {} });
  const { kind, members } = familyOf(family.account);
  const brought = balance.available + balance.pending - balance.debt;
  const person = { memberId, cardNumber, joinedAt: at, brought, checkin: own.account.checkin };
  return {
    own: {
      account: { ...chances.from.account, chanceDay: null, movedTo: family.account._id, drawers: [] },
      settled: carry(emptied, closed, today, tiers),
      entries: chances.from.entries,
    },
    family: {
      account: {
        ...chances.to.account,
        chanceDay: joinChanceDays(family.account.chanceDay, own.account.chanceDay),
        family: { kind, members: [...members, person] },
        drawers: [...family.account.drawers, ...own.account.drawers],
      },
      settled: carry(joined, taken, today, tiers),
      entries: chances.to.entries,
    },
  };
}

function withMoved(settled: Settled, { standing, moves }: Pick<Settled, 'standing' | 'moves'>): Settled {
  return { ...settled, standing, moves: [...settled.moves, ...moves] };
}

/** Gives a person who leaves a family their own account back: empty, with what is their own. The family keeps all points and chances. */
export function partAccounts(own: Account, family: Account, at: number): { readonly own: Account; readonly family: Account } {
  const { kind, members } = familyOf(family);
  const person = members.find(({ memberId }) => memberId === own.memberId);
  const days = partChanceDay(family.chanceDay, own.memberId);
  const mine = family.drawers.filter(({ memberId }) => memberId === own.memberId);
  return {
    own: {
      ...own,
      movedTo: null,
      cameFrom: family._id,
      freshAt: at,
      checkin: person?.checkin ?? own.checkin,
      chanceDay: days.own,
      drawers: mine,
    },
    family: {
      ...family,
      family: { kind, members: members.filter((each) => each !== person) },
      chanceDay: days.others,
      drawers: family.drawers.filter(({ memberId }) => memberId !== own.memberId),
    },
  };
}
