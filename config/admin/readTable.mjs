import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';

/**
 * The cells of a CSV file (RFC 4180, UTF-8, comma or semicolon or tab) or of an XLSX file's first sheet, row by row, as texts. A cell that
 * Excel holds as a date becomes `YYYY-MM-DD HH:MM:SS`, as it was shown there.
 */
export async function readTable(path) {
  if (!path.toLowerCase().endsWith('.xlsx')) {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    return Papa.parse(text, { skipEmptyLines: 'greedy' }).data;
  }
  const rows = await readSheet(path);
  return rows.map((row) => row.map(cellText)).filter((row) => row.some((cell) => cell !== ''));
}

function cellText(cell) {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell).trim();
  // Excel's dates have no zone; the reader gives them as UTC. Half a second is added since a day's fraction is not exact.
  return new Date(cell.getTime() + 500).toISOString().slice(0, 19).replace('T', ' ');
}
