import * as z from 'zod/mini';

const peopleMax = 50;
const most = z.int().check(z.gte(1), z.lte(peopleMax));

/** How many people may share one account, by kind. */
export const familyMaxField = z.strictObject({ family: most, business: most });
