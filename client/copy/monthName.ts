const names = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** A month's name without its year: `November`. */
export function monthAlone(month: number): string {
  return names[month - 1] ?? '';
}

/** A month by name with its year: `November 2026`. */
export function monthName(year: number, month: number): string {
  return `${monthAlone(month)} ${year}`;
}
