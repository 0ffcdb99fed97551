import { Aggregator } from 'mingo';
import { cloudFault } from '../cloudFault';
import { isDocument, type Document } from './document';

/** The field a computed value is put into on its way out; no document has one of this name. */
const resultField = '\u0001result';

/** Turns an aggregation expression into a function of a document. The computing is mingo's. */
export function compileExpression(expression: unknown): (document: Document) => unknown {
  const aggregator = new Aggregator([{ $addFields: { [resultField]: expression } }]);
  return (document) => {
    try {
      const [result] = aggregator.run([document]) as readonly unknown[];
      return isDocument(result) ? result[resultField] : undefined;
    } catch (thrown) {
      throw cloudFault('DATABASE_REQUEST_FAILED', thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
}
