/**
 * A free answer reduced to what it says: width and case folded (NFKC, lower case), blanks, punctuation and signs dropped, traditional
 * characters made simple by `simplify`, which is given one character at a time. Two answers are the same when this is.
 */
export function foldAnswer(text: string, simplify: (character: string) => string): string {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFKC');
  return Array.from(plain.replace(/[^\p{L}\p{M}\p{N}]/gu, ''), simplify).join('');
}
