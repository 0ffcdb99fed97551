import { prizeOf, tableOf } from '@shared/game/decideDraw';
import type { Face, PoolContent, Prize } from '@shared/game/poolTypes';
import type { TierId } from '@shared/tier/types';

/** Squares around the middle one. */
const gridPlaces = 8;
/** Whole turns of the wheel, and rounds of the grid's light, before it comes to rest. */
const turns = 6;
const rounds = 4;

/** The prizes that a member can get, in their frozen order: those of their table, its fallback, and the guaranteed one. */
export function prizesFor(content: PoolContent, tier: TierId | null): readonly Prize[] {
  const table = (tier === null ? null : tableOf(content, tier)) ?? content.tables[0];
  if (table === undefined) return content.prizes;
  const ids = [...table.rows.map((row) => row.prizeId), table.fallback, ...(content.guarantee === null ? [] : [content.guarantee.prizeId])];
  return [...new Set(ids)].map((id) => prizeOf(content, id));
}

/** How a pool can really be shown: nine squares hold eight prizes at most. */
export function faceFor(face: Face, prizes: readonly Prize[]): Face {
  return face === 'grid' && prizes.length > gridPlaces ? 'wheel' : face;
}

/** The eight squares around the middle, clockwise from the top left: every prize at least once. */
export function gridOf(prizes: readonly Prize[]): readonly Prize[] {
  return Array.from({ length: gridPlaces }, (_, place) => prizes[place % prizes.length]).filter((prize) => prize !== undefined);
}

/** How far the wheel must be turned in all (degrees) so that the middle of a prize's sector comes to rest under the pointer at the top. */
export function wheelTurn(place: number, places: number, turnedBefore: number): number {
  const sector = 360 / places;
  const rest = 360 - (place + 0.5) * sector;
  return (Math.floor(turnedBefore / 360) + turns) * 360 + rest;
}

/** The sector under the pointer when the wheel has been turned so far: the other way round, for whoever wants to check. */
export function sectorAt(turned: number, places: number): number {
  const under = (((360 - (turned % 360)) % 360) + 360) % 360;
  return Math.floor(under / (360 / places)) % places;
}

/** The squares that light up one after another, the last being where it rests. */
export function gridSteps(place: number, from: number): readonly number[] {
  const length = rounds * gridPlaces + ((place - from + gridPlaces) % gridPlaces) + 1;
  return Array.from({ length }, (_, step) => (from + step) % gridPlaces);
}

/** When each step of the grid's light is due (ms from the start), slowing down, the last at `totalMs`. */
export function stepTimes(steps: number, totalMs: number): readonly number[] {
  return Array.from({ length: steps }, (_, step) => Math.round(totalMs * (1 - (1 - (step + 1) / steps) ** 0.5)));
}
