const memberCode = /^9\d{21}$/;
const pickupCode = /^8\d{15}$/;
const ticketCode = /^7\d{15}$/;

/** What a scanned or typed text is: a member code (card and six digits), a pick-up code, a voucher's or pack's code, or none of them. */
export type Recognised = { readonly kind: 'member' | 'pickup' | 'ticket'; readonly code: string } | { readonly kind: 'foreign' };

/** Recognises the programme's codes by length and first digit; blanks between groups do not matter. */
export function recogniseCode(text: string): Recognised {
  const code = text.replace(/\s/g, '');
  if (memberCode.test(code)) return { kind: 'member', code };
  if (pickupCode.test(code)) return { kind: 'pickup', code };
  if (ticketCode.test(code)) return { kind: 'ticket', code };
  return { kind: 'foreign' };
}
