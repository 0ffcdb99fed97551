import { cloudFault } from '../cloudFault';
import type { Document } from '../engine/document';
import type { FoundDocument } from '../engine/findDocuments';
import { printText } from '../engine/printText';
import { answerMaxBytes } from '../gateway/limits';
import { documentFromBson } from './fromBson';

/**
 * Reads a cursor to its end, or until `most` documents are there. A bounded read stops and is refused as soon as its answer would be
 * too large to give, so that memory stays bounded too; an unbounded one (tools, exports) is not.
 */
export async function readCursor(cursor: AsyncIterable<object>, most?: number): Promise<FoundDocument[]> {
  const found: FoundDocument[] = [];
  let length = 0;
  for await (const raw of cursor) {
    const document = documentFromBson(raw as Document);
    const text = printText(document);
    length += text.length;
    if (most !== undefined && length > answerMaxBytes) {
      throw cloudFault('DATABASE_REQUEST_FAILED', 'query result size exceeds the limit of 16 MB');
    }
    found.push({ record: found.length, text, document });
    if (most !== undefined && found.length >= most) break;
  }
  return found;
}
