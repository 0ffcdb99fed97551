import * as z from 'zod/mini';
import type { Bilingual } from '../kernel/bilingual';
import { command } from '../kernel/contract';
import { slugField } from '../kernel/fields';

/** How many members a group's entry code has brought: those who are still members, and those of them who joined in the last 30 days. */
export interface GroupFigures {
  readonly id: string;
  readonly name: Bilingual;
  readonly joined: number;
  readonly joinedLately: number;
}

/** A group as its shop's people see it. */
export interface GroupView extends GroupFigures {
  readonly posts: readonly Bilingual[];
}

export const groupStaff = {
  /** The groups of the caller's shop and those of every shop, by id. Figures are at most 30 s old. */
  'store.groups': command<{ readonly groups: readonly GroupView[] }>()({ input: z.strictObject({}), refusals: [] }),
  /** The picture of a group's entry code, as a data address (PNG). */
  'store.groupCode': command<{ readonly picture: string }>()({
    input: z.strictObject({ groupId: slugField }),
    refusals: ['group.unknown', 'group.noCode'],
  }),
};

export const groupConsole = {
  /** Every group's figures, by id. */
  'store.groupFigures': command<{ readonly groups: readonly GroupFigures[] }>()({ input: z.strictObject({}), refusals: [] }),
};
