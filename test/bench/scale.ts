import type { LocalCloud } from '@localcloud/index';
import { callAs } from '../../config/demo/callAs';
import { openBench } from './openBench';
import { callTill, expectOk, openTill } from './openTill';
import { loadMembers, type BenchMember } from './people';
import { compared, type Row } from './row';
import { burst, median } from './timing';

const fewMembers = 10_000;
const cardMembers = 200_000;
const coreMembers = 1_000_000;
const rounds = 9;
const callsPerRound = 300;

/** What is done once per asked member, and in which round. */
type Tap = (cloud: LocalCloud, member: BenchMember, round: number) => Promise<unknown>;

/** The card with 200 000 members, and card, check-in and the till with 1 000 000, each beside 10 000 in one run: ratios of the medians. */
export async function scale(): Promise<readonly Row[]> {
  const cards = await beside(cardMembers, [card]);
  const core = await beside(coreMembers, [card, checkin, purchase]);
  return [compared('card.scale', cards.many, cards.few, 'ms'), compared('core.scale', core.many, core.few, 'ms')];
}

/** Sums of the taps' medians, measured turn about with few members and with many. */
async function beside(manyMembers: number, taps: readonly Tap[]): Promise<{ readonly few: number; readonly many: number }> {
  const few = await openBench();
  const many = await openBench();
  try {
    const sides = [
      { name: 'few' as const, cloud: few.cloud, people: await crowd(few.cloud, fewMembers) },
      { name: 'many' as const, cloud: many.cloud, people: await crowd(many.cloud, manyMembers) },
    ];
    const sums = { few: 0, many: 0 };
    for (const tap of taps) {
      const medians = { few: [] as number[], many: [] as number[] };
      for (let round = 0; round < rounds; round += 1) {
        for (const { name, cloud, people } of round % 2 === 0 ? sides : sides.toReversed()) {
          medians[name].push(await tapMedian(cloud, people, tap, round));
        }
      }
      sums.few += median(medians.few.slice(1));
      sums.many += median(medians.many.slice(1));
    }
    return sums;
  } finally {
    await few.close();
    await many.close();
  }
}

async function crowd(cloud: LocalCloud, count: number): Promise<readonly BenchMember[]> {
  await openTill(cloud);
  return loadMembers(cloud, 'a', count);
}

/** Another part of the members each round, spread over all of them: nobody checks in twice. */
async function tapMedian(cloud: LocalCloud, people: readonly BenchMember[], tap: Tap, round: number): Promise<number> {
  const step = Math.floor(people.length / (callsPerRound * rounds));
  const asked = Array.from({ length: callsPerRound }, (_, index) => people[(index * rounds + round) * step]);
  const { medianMs } = await burst(asked, 1, async (member) => {
    if (member !== undefined) await tap(cloud, member, round);
  });
  return medianMs;
}

async function card(cloud: LocalCloud, { openid }: BenchMember): Promise<unknown> {
  return expectOk(await callAs(cloud, 'member', openid)('member.home', { codeVersionHeld: 1 }));
}

async function checkin(cloud: LocalCloud, { openid }: BenchMember): Promise<unknown> {
  return expectOk(await callAs(cloud, 'member', openid)('checkin.perform', { key: 'checkin-tap' }));
}

async function purchase(cloud: LocalCloud, { visitId, memberId }: BenchMember, round: number): Promise<unknown> {
  const lines = [{ categoryId: 'general', amountFen: 12_850 }];
  return callTill(cloud, 'purchase.confirm', { key: `purchase-tap-${round}`, visitId, orderNo: `S${round}-${memberId}`, lines });
}
