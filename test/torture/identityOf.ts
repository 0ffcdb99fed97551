const passing: readonly string[] = ['gift', 'booking'];
const named = /^(id|.*Id|orderNo|code|pickupCode|token)$/;

/**
 * Which things an answer speaks of: every id, number and code in it, in one line. Sums and times may differ between two answers,
 * and so may lists, which show what there is now, and gifts and bookings, which somebody takes or calls off meanwhile.
 */
export function identityOf(value: unknown): string {
  const found: string[] = [];
  const walk = (each: unknown, path: string): void => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return;
    for (const [field, inner] of Object.entries(each)) {
      if (typeof inner === 'string' && named.test(field)) found.push(`${path}${field}=${inner}`);
      else if (!passing.includes(field)) walk(inner, `${path}${field}.`);
    }
  };
  walk(value, '');
  return found.sort().join(' ');
}
