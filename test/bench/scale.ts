import type { LocalCloud } from '@localcloud/index';
import { callAs } from '../../config/demo/callAs';
import { openBench } from './openBench';
import { loadMembers, type BenchMember } from './people';
import { compared, type Row } from './row';
import { burst, median } from './timing';

const fewMembers = 10_000;
const manyMembers = 200_000;
const rounds = 9;
const callsPerRound = 400;

/** The card with 10 000 and with 200 000 members, turn about in one run: the ratio of the medians. */
export async function scale(): Promise<readonly Row[]> {
  const few = await openBench();
  const many = await openBench();
  try {
    const fewPeople = await loadMembers(few.cloud, 'a', fewMembers);
    const manyPeople = await loadMembers(many.cloud, 'a', manyMembers);
    const medians: { few: number; many: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      medians.push({ few: await cardMedian(few.cloud, fewPeople), many: await cardMedian(many.cloud, manyPeople) });
    }
    const warm = medians.slice(1);
    return [compared('card.scale', median(warm.map((each) => each.many)), median(warm.map((each) => each.few)), 'ms')];
  } finally {
    await few.close();
    await many.close();
  }
}

async function cardMedian(cloud: LocalCloud, people: readonly BenchMember[]): Promise<number> {
  const asked = Array.from({ length: callsPerRound }, () => people[Math.floor(Math.random() * people.length)]);
  const { medianMs } = await burst(asked, 1, async (member) => {
    if (member !== undefined) await callAs(cloud, 'member', member.openid)('member.home', { codeVersionHeld: 1 });
  });
  return medianMs;
}
