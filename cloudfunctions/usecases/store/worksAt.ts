import type { Works } from '@shared/store/types';
import { cached } from '../../adapters/cached';
import { find } from '../../adapters/database';

const staffPerRead = 1000;

const load = cached(async (): Promise<ReadonlyMap<string, Works>> => {
  const roster = new Map<string, Works>();
  for (let after = ''; ;) {
    const page = await find('staff', { _id: { op: 'gt', value: after } }, { limit: staffPerRead, order: [['_id', 'asc']] });
    for (const { _id, active, shopId, roles } of page) {
      if (active) roster.set(_id, { till: shopId !== null, office: roles.includes('operator') });
    }
    if (page.length < staffPerRead) return roster;
    after = page.at(-1)?._id ?? after;
  }
}, 1);

/** Where somebody works for the programme, at most 30 s old; null: nowhere. To be shown; calls are admitted by `admitStaff`. */
export async function worksAt(openid: string, now: number): Promise<Works | null> {
  return (await load('all', now)).get(openid) ?? null;
}
