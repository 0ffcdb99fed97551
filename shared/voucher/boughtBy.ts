import type { Voucher } from './types';

/** How the source of a voucher begins that was bought in the points mall; the buyer's tap follows. */
export const boughtPrefix = 'points:';

/** The tap by which a voucher's holder bought it with points; null: it was given, or has come to somebody else since. */
export function boughtBy({ source, steps }: Voucher): string | null {
  if (source?.startsWith(boughtPrefix) !== true) return null;
  const handedOn = steps.some((step, index) => {
    const offer = steps[index - 1];
    return offer?.state === 'gifting' && step.state === 'issued' && step.by !== offer.by && step.by !== 'gift:lapsed';
  });
  return handedOn ? null : source.slice(boughtPrefix.length);
}
