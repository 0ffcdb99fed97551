import { accept, refuse, type Outcome } from '../../kernel/refusal';
import { dayMs } from '../../kernel/time';
import { suggests, type Avatar, type AvatarDecision, type AvatarState, type Suggest } from './types';

const minuteMs = 60_000;
/** Waits before a check that could not be asked for is asked for again. */
const retryWaitsMs = [2, 10, 30, 60].map((minutes) => minutes * minuteMs);
/** A verdict comes within 30 minutes, says the platform; after this it is asked for again. */
const verdictMaxMs = 65 * minuteMs;
/** How often a check is asked for before a person has to look. */
export const askedMax = 5;
/** How long a picture that has ended is remembered, without its file: a tap that is sent again finds its answer. */
const rememberedMs = 30 * dayMs;

const stateOf: Readonly<Record<Suggest, AvatarState>> = { pass: 'shown', review: 'review', risky: 'refused' };

/** Whether a picture can no longer be shown; its file is to be deleted. */
export function isOver({ state }: Avatar): boolean {
  return state === 'refused' || state === 'replaced' || state === 'removed';
}

/**
 * What a verdict makes of a picture. The gravest of several decides, in whatever order they come; a person's decision stands; a picture
 * that was replaced or removed only keeps what was said.
 */
export function judge(picture: Avatar, suggest: Suggest, at: number): Avatar {
  const worst = gravest(picture.suggest, suggest);
  const noted = { ...picture, suggest: worst };
  if (picture.decided !== null || picture.state === 'replaced' || picture.state === 'removed') return noted;
  const state = stateOf[worst];
  return state === picture.state ? noted : moveTo(noted, state, at);
}

/** The graver of two; null is no word at all. */
function gravest(one: Suggest | null, other: Suggest): Suggest {
  return one !== null && suggests.indexOf(one) > suggests.indexOf(other) ? one : other;
}

/** Puts a picture into a state. One that is over has a file to be deleted at once; one that waits for a person waits since now. */
export function moveTo(picture: Avatar, state: AvatarState, at: number): Avatar {
  const next = { ...picture, state, reviewAt: state === 'review' ? at : 0, dueAt: null };
  return isOver(next) ? { ...next, dueAt: at } : next;
}

/** Its check was asked for. */
export function noteAsked(picture: Avatar, at: number): Avatar {
  return { ...picture, state: 'checking', tries: picture.tries + 1, dueAt: at + verdictMaxMs };
}

/**
 * Its check could not be asked for, or gave nothing: asked again later. `hopeless` (the author is away, and will not come back for it)
 * or too often in vain: a person has to look.
 */
export function noteFailed(picture: Avatar, at: number, hopeless: boolean): Avatar {
  const tries = picture.state === 'asking' ? picture.tries + 1 : picture.tries;
  if (hopeless || tries >= askedMax) return moveTo({ ...picture, tries }, 'review', at);
  return { ...picture, state: 'asking', tries, dueAt: at + (retryWaitsMs[tries - 1] ?? verdictMaxMs) };
}

/** Its file is deleted. */
export function noteDeleted(picture: Avatar, at: number): Avatar {
  return { ...picture, fileId: null, dueAt: at + rememberedMs };
}

/** A person decides about a picture that waits for one. The same person's same decision again changes nothing. */
export function decideAvatar(picture: Avatar, decision: AvatarDecision): Outcome<Avatar, 'avatar.decided'> {
  const { decided } = picture;
  if (decided?.staffId === decision.staffId && decided.approved === decision.approved) return accept(picture);
  if (picture.state !== 'review') return refuse('avatar.decided');
  return accept(moveTo({ ...picture, decided: decision }, decision.approved ? 'shown' : 'refused', decision.at));
}
