/** A prize's odds in per cent, exact to four digits: 1 of 300 → `0.3333 %`, 3 of 20 → `15 %`. */
export function oddsText(weight: number, total: number): string {
  return `${Number(((weight * 100) / total).toPrecision(4))} %`;
}
