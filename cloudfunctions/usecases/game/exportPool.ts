import type { ExportPage, ExportPart } from '@shared/game/gameConsole';
import type { Pool } from '@shared/game/poolTypes';
import type { TakenUnit } from '@shared/game/verifyPool';
import { prizeStore, reserveStore } from '@shared/game/units';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Unit } from '@shared/reward/types';
import { find, get } from '../../adapters/database';
import { record } from '../audit/record';
import type { StaffCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { recordIn } from './readDraws';

const rowsPerPage = 500;
const revisionsMax = 100;

/**
 * A page of a pool's archive: first what was published, then every record by drawer and counter, then every unit taken, with its draw.
 * Cursors: `<drawer>~<counter>` for draws, `<place of the store>~<n>` for units.
 */
export async function exportPool(
  who: StaffCaller,
  input: { poolId: string; part: ExportPart; cursor?: string | undefined },
): Promise<Outcome<ExportPage, 'pool.unknown'>> {
  const pool = await get('pools', input.poolId);
  if (pool === null || pool.revision === 0) return refuse('pool.unknown');
  const nothing: ExportPage = { head: null, draws: [], units: [], next: null };
  const [first = '', second = ''] = (input.cursor ?? '').split('~');
  if (input.part === 'draws') return accept({ ...nothing, ...(await drawsAfter(pool._id, first, Number(second))) });
  if (input.part === 'units') return accept({ ...nothing, ...(await unitsAfter(pool, Number(first), Number(second))) });
  const { offsetMinutes } = await loadProgramme(who.now);
  const revisions = await find('poolRevisions', { poolId: pool._id }, { limit: revisionsMax, order: [['revision', 'asc']] });
  await record(who, 'game.export', pool._id, 'done');
  const { _id, secret, secretHash, closing, stop } = pool;
  return accept({ ...nothing, head: { pool: { _id, secret, secretHash, closing, stop, offsetMinutes }, revisions } });
}

async function drawsAfter(poolId: string, drawer: string, counter: number): Promise<Pick<ExportPage, 'draws' | 'next'>> {
  const order = [
    ['drawer', 'asc'],
    ['counter', 'asc'],
  ] as const;
  const same =
    drawer === '' ? [] : await find('draws', { poolId, drawer, counter: { op: 'gt', value: counter } }, { limit: rowsPerPage, order });
  const page = same.length > 0 ? same : await find('draws', { poolId, drawer: { op: 'gt', value: drawer } }, { limit: rowsPerPage, order });
  const last = page.at(-1);
  return { draws: page.map(recordIn), next: last === undefined ? null : `${last.drawer}~${last.counter}` };
}

async function unitsAfter({ _id, content }: Pool, place: number, n: number): Promise<Pick<ExportPage, 'units' | 'next'>> {
  const stores = [
    ...content.prizes.filter((prize) => prize.stock !== null).map((prize) => prizeStore(_id, prize.id)),
    ...(content.guarantee === null ? [] : [reserveStore(_id, content.guarantee.prizeId)]),
  ];
  const store = stores[place];
  if (store === undefined) return { units: [], next: null };
  const taken = { rewardId: store, state: { anyOf: ['given', 'redeemed', 'handedOver'] }, n: { op: 'gt', value: n } } as const;
  const units = await find('units', taken, { limit: rowsPerPage, order: [['n', 'asc']] });
  const last = units.at(-1);
  return { units: units.flatMap(takenUnit), next: last === undefined ? `${place + 1}~0` : `${place}~${last.n}` };
}

function takenUnit({ _id, rewardId, n, prize }: Unit): readonly TakenUnit[] {
  return prize === undefined ? [] : [{ id: _id, store: rewardId, n, drawer: prize.drawer, counter: prize.counter, at: prize.at }];
}
