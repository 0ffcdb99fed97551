import { cloudFault } from '../cloudFault';
import { answerMaxBytes } from './limits';

/** Documents as text, if one answer may hold them all. */
export function fitting(list: readonly string[]): readonly string[] {
  let length = 0;
  for (const text of list) length += text.length;
  if (length > answerMaxBytes) throw cloudFault('DATABASE_REQUEST_FAILED', 'query result size exceeds the limit of 16 MB');
  return list;
}
