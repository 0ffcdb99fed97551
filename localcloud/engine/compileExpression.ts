import { Aggregator } from 'mingo/aggregator';
import { cloudFault, isCloudFault } from '../cloudFault';
import { expressionContext } from './aggregate/expressionContext';
import { isDocument, type Document } from './document';

/** The field a computed value is put into on its way out; no document has one of this name. */
const resultField = '\u0001result';

/** Turns an aggregation expression into a function of a document. */
export function compileExpression(expression: unknown): (document: Document) => unknown {
  const stage = { $addFields: { [resultField]: expression } };
  const aggregator = new Aggregator([stage], { context: expressionContext, scriptEnabled: false });
  return (document) => {
    try {
      const [result] = aggregator.run([document]) as readonly unknown[];
      return isDocument(result) ? result[resultField] : undefined;
    } catch (thrown) {
      if (isCloudFault(thrown)) throw thrown;
      throw cloudFault('DATABASE_REQUEST_FAILED', thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
}
