import { accept, type Outcome } from '@shared/kernel/refusal';
import type { ApplyReport, ApplyRow } from '@shared/store/contract';
import type { Section } from '@shared/store/sections';
import { record } from '../audit/record';
import { applyOffer } from '../campaign/applyOffer';
import { applyProduct } from '../goods/applyProduct';
import { applyGroup } from './applyGroup';
import { applyFestival } from '../message/applyFestival';
import { applyCause } from '../reward/applyCause';
import { applyPlan } from '../tier/applyPlan';
import { applyCoupon } from '../voucher/applyCoupon';
import type { StaffCaller } from './admitStaff';
import { applyPool } from '../game/applyPool';
import { applyJigsaw } from '../game/jigsaw/applyJigsaw';
import { applyQuiz, applyQuizQuestion } from '../game/quiz/applyQuiz';
import { applyRiddle, applyRiddleFestival } from '../game/riddle/applyRiddle';
import { applyCategory } from './applyCategory';
import { applyProgramme } from './applyProgramme';
import { applyReward } from './applyReward';
import { applyShop } from './applyShop';
import { applyStaff } from './applyStaff';
import type { RowApplier } from './rowApplier';

interface Batch {
  readonly section: Section;
  readonly rows: readonly unknown[];
  readonly dryRun: boolean;
  readonly firstRow: number;
}

const appliers: Readonly<Record<Section, RowApplier>> = {
  programme: applyProgramme,
  shops: applyShop,
  staff: applyStaff,
  categories: applyCategory,
  products: applyProduct,
  rewards: applyReward,
  pools: applyPool,
  quizzes: applyQuiz,
  quizQuestions: applyQuizQuestion,
  riddleFestivals: applyRiddleFestival,
  riddles: applyRiddle,
  jigsaws: applyJigsaw,
  causes: applyCause,
  coupons: applyCoupon,
  offers: applyOffer,
  festivals: applyFestival,
  groups: applyGroup,
  plans: applyPlan,
};

/**
 * Applies rows of one section, one by one: each is created, updated, left unchanged or refused, and the report says which and why.
 * Applying the same file again changes nothing. A dry run checks everything and writes nothing.
 */
export async function apply(who: StaffCaller, batch: Batch): Promise<Outcome<ApplyReport>> {
  const applier = appliers[batch.section];
  const seen = new Set<string>();
  const rows: ApplyRow[] = [];
  for (const [index, raw] of batch.rows.entries()) {
    const verdict = await applier.applyRow(raw, { dryRun: batch.dryRun, seen, now: who.now });
    rows.push({ section: batch.section, row: batch.firstRow + index + 1, ...verdict });
  }
  const refused = rows.filter((row) => row.result === 'refused').length;
  if (!batch.dryRun) await record(who, 'store.apply', `${batch.section} ${rows.length}`, refused === 0 ? 'done' : `refused ${refused}`);
  return accept({ dryRun: batch.dryRun, rows });
}
