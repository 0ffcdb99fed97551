import * as z from 'zod/mini';
import { slugField } from '../kernel/fields';

/** What an occasion brings, in a file: points, or a voucher of a coupon. */
export const occasionGiftField = z.union([
  z.strictObject({ points: z.int().check(z.gte(1), z.lte(10_000)) }),
  z.strictObject({ couponId: slugField }),
]);
