import { readFileSync } from 'node:fs';
import { filesUnder } from './contentHash.mjs';
import { inRoot } from './root.mjs';

const sameLinesMin = 12;
const product = ['shared', 'cloudfunctions', 'client', 'localcloud', 'config/scripts'];

/**
 * Looks for text that was copied: runs of twelve or more equal lines (blank lines, comments, imports and indentation aside)
 * in two places of the product. Gives one sentence for each pair of places.
 */
export function findDuplicates() {
  const files = product
    .flatMap(filesUnder)
    .filter((file) => /\.(ts|tsx|mjs|scss)$/.test(file))
    .map(readLines);
  const firstSeen = new Map();
  const found = [];
  for (const { file, lines } of files) {
    let reportedUntil = -1;
    for (let at = 0; at + sameLinesMin <= lines.length; at += 1) {
      const key = lines
        .slice(at, at + sameLinesMin)
        .map(({ text }) => text)
        .join('\n');
      const first = firstSeen.get(key);
      if (first === undefined) firstSeen.set(key, { file, line: lines[at].number });
      else if (at > reportedUntil) {
        found.push(`${file}:${lines[at].number} repeats ${first.file}:${first.line}`);
        reportedUntil = at + sameLinesMin;
      }
    }
  }
  return found;
}

function readLines(file) {
  const lines = readFileSync(inRoot(file), 'utf8')
    .split('\n')
    .map((text, at) => ({ text: text.trim(), number: at + 1 }))
    .filter(({ text }) => text.length > 1 && !/^(\/\/|\/?\*|import |\}\);?$|\},?$)/.test(text));
  return { file, lines };
}
