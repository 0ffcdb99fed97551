import { accept, refuse, type Outcome } from '../../kernel/refusal';
import { readPicture, type PictureFacts } from './readPicture';

/** How wide and high the phone makes a picture (px). */
export const avatarSidePx = 256;
/** Widest and highest that is taken: a phone's canvas may count in its own pixels. */
const sideMaxPx = 512;
const sideMinPx = 32;
/** Heaviest that is taken. */
export const avatarMaxBytes = 300_000;

/** Whether bytes can be somebody's picture: a square JPEG or PNG that is small. Refuses other kinds, and what is too large. */
export function admitPicture(bytes: Uint8Array): Outcome<PictureFacts, 'avatar.kind' | 'avatar.size'> {
  if (bytes.length > avatarMaxBytes) return refuse('avatar.size', { kb: avatarMaxBytes / 1000, px: sideMaxPx });
  const facts = readPicture(bytes);
  if (facts === null) return refuse('avatar.kind');
  const { width, height } = facts;
  const fits = width === height && width >= sideMinPx && width <= sideMaxPx;
  return fits ? accept(facts) : refuse('avatar.size', { kb: avatarMaxBytes / 1000, px: sideMaxPx });
}
