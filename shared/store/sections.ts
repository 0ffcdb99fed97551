/** The parts of a settings file, in the order in which they are applied: each rests only on those before it. */
export const sections = [
  'programme',
  'shops',
  'staff',
  'categories',
  'products',
  'rewards',
  'causes',
  'coupons',
  'offers',
  'plans',
  'pools',
  'festivals',
  'groups',
  'quizzes',
  'quizQuestions',
  'riddleFestivals',
  'riddles',
  'jigsaws',
] as const;
export type Section = (typeof sections)[number];

/** Rows that one call of `store.apply` carries. */
export const rowsPerCallMax = 200;
