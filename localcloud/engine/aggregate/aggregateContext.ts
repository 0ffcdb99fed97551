import { Context } from 'mingo/core';
import * as stages from 'mingo/operators/pipeline';
import * as queries from 'mingo/operators/query';
import * as windows from 'mingo/operators/window';
import { expressionOperators } from './expressionContext';
import { matchStage, sampleStage, sortStage, unwindStage } from './stages';

/** What aggregations are computed with: mingo's stages, and the engine's own where mingo's meaning differs from MongoDB's. */
export const aggregateContext = Context.init({
  ...expressionOperators,
  query: { ...queries },
  window: { ...windows },
  pipeline: { ...stages, $match: matchStage, $sample: sampleStage, $sort: sortStage, $unwind: unwindStage },
});
