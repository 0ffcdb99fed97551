/** A source of uniformly random bytes; an argument everywhere, so that rules stay pure. */
export type RandomBytes = (count: number) => Uint8Array;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** An opaque id of `length` characters, 5 random bits each (Crockford's alphabet in lower case: no i, l, o, u). */
export function randomId(random: RandomBytes, length = 16): string {
  return Array.from(random(length), (byte) => alphabet.charAt(byte & 31)).join('');
}

/** `count` random decimal digits. Bytes of 250 and above are thrown away so that no digit is likelier than another. */
export function randomDigits(random: RandomBytes, count: number): string {
  let digits = '';
  while (digits.length < count) {
    for (const byte of random(count)) {
      if (byte < 250 && digits.length < count) digits += String(byte % 10);
    }
  }
  return digits;
}

/** The check digit that makes `digits` + it pass the Luhn test (ISO/IEC 7812-1, annex B). */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Whether a run of digits carries a right Luhn check digit at its end. */
export function hasLuhnDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && luhnDigit(digits.slice(0, -1)) === digits.slice(-1);
}

/** A 16-digit number that begins with `lead` and ends with its check digit: cards 9, pick-up codes 8, vouchers and packs 7. */
export function randomNumber16(random: RandomBytes, lead: '6' | '7' | '8' | '9'): string {
  const body = lead + randomDigits(random, 14);
  return body + luhnDigit(body);
}
