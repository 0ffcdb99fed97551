import * as z from 'zod/mini';
import { command } from '../../kernel/contract';
import { cursorField, keyField } from '../../kernel/fields';
import type { Profile } from '../contract';

/** A picture that waits for a person, as an operator sees it: no name, no identity. */
export interface AvatarReviewRow {
  readonly avatarId: string;
  /** A link of about an hour; null when it is gone meanwhile. */
  readonly url: string | null;
  readonly waitingSince: number;
  /** Whether the platform found it doubtful; false: the platform gave no answer. */
  readonly doubtful: boolean;
}

export const avatarMember = {
  /** Chooses the caller's picture: one they have just uploaded into their own folder, under this tap's key. */
  'member.chooseAvatar': command<Profile>()({
    input: z.strictObject({ key: keyField, fileId: z.string().check(z.maxLength(256)) }),
    refusals: ['member.unknown', 'avatar.missing', 'avatar.kind', 'avatar.size', 'avatar.dayLimit', 'key.reused'],
  }),
  /** Takes the caller's picture away, and one that is being checked. */
  'member.removeAvatar': command<Profile>()({ input: z.strictObject({}), refusals: ['member.unknown'] }),
};

export const avatarConsole = {
  /** Pictures that wait for a person, those that wait longest first. */
  'member.avatarQueue': command<{ readonly rows: readonly AvatarReviewRow[]; readonly next: string | null }>()({
    input: z.strictObject({ cursor: z.optional(cursorField) }),
    refusals: [],
  }),
  'member.decideAvatar': command<{ readonly avatarId: string; readonly approved: boolean }>()({
    input: z.strictObject({
      avatarId: z.string().check(z.maxLength(128)),
      approve: z.boolean(),
      reason: z.string().check(z.minLength(1), z.maxLength(200)),
    }),
    refusals: ['avatar.unknown', 'avatar.decided'],
  }),
};
