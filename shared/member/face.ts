import { accept, refuse, type Outcome } from '../kernel/refusal';
import { tierIds, type TierId } from '../tier/types';

/** What a face asks of its bearer: nothing, a tier or a higher one, or a paid card that runs. */
type FaceNeed = { readonly kind: 'none' } | { readonly kind: 'tier'; readonly tier: TierId } | { readonly kind: 'paidCard' };

/** The faces of the member card. Colours and names are the client's; the first is everybody's until they choose. */
export const faces = {
  lantern: { kind: 'none' },
  osmanthus: { kind: 'none' },
  celadon: { kind: 'none' },
  snow: { kind: 'tier', tier: 'candle' },
  silk: { kind: 'tier', tier: 'lantern' },
  galaxy: { kind: 'tier', tier: 'galaxy' },
  moon: { kind: 'paidCard' },
} as const satisfies Readonly<Record<string, FaceNeed>>;

export type FaceId = keyof typeof faces;
export const faceIds = Object.keys(faces) as readonly FaceId[];

/** What decides which faces somebody may bear. */
export interface FaceBearer {
  readonly tier: TierId;
  readonly hasPaidCard: boolean;
}

/** Whether somebody may bear a face as things stand. */
export function mayBear(face: FaceId, { tier, hasPaidCard }: FaceBearer): boolean {
  const need: FaceNeed = faces[face];
  if (need.kind === 'tier') return tierIds.indexOf(tier) >= tierIds.indexOf(need.tier);
  return need.kind === 'none' || hasPaidCard;
}

/** The face that is shown: the chosen one, or the first while what it needs is missing; the choice is kept for when it is back. */
export function faceShown(chosen: FaceId | undefined, bearer: FaceBearer): FaceId {
  return chosen !== undefined && mayBear(chosen, bearer) ? chosen : 'lantern';
}

/** Decides a choice of face. */
export function decideFace(face: FaceId, bearer: FaceBearer): Outcome<FaceId, 'face.locked'> {
  return mayBear(face, bearer) ? accept(face) : refuse('face.locked');
}

/** The faces of somebody's card: the one shown, and those that may be chosen. */
export function viewFaces(
  { face }: { readonly face?: FaceId },
  tier: TierId,
  hasPaidCard: boolean,
): { readonly face: FaceId; readonly faces: readonly FaceId[] } {
  const bearer = { tier, hasPaidCard };
  return { face: faceShown(face, bearer), faces: faceIds.filter((each) => mayBear(each, bearer)) };
}
