import { Context } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import { $addFields } from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import { comparisonOperators } from './comparisonOperators';
import { dateOperators } from './dateOperators';
import { numberAccumulators, numberOperators } from './numberOperators';
import { textOperators } from './textOperators';

/** What expressions are computed with: mingo's operators, and the engine's own where mingo's meaning differs from MongoDB's. */
export const expressionOperators = {
  accumulator: { ...accumulators, ...numberAccumulators },
  expression: { ...expressions, ...numberOperators, ...comparisonOperators, ...textOperators, ...dateOperators },
  projection: { ...projections },
};

/** The context of expressions alone: one stage to compute them in is all it knows. */
export const expressionContext = Context.init({ ...expressionOperators, pipeline: { $addFields } });
