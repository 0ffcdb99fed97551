/** Documents a `get` gives when none are asked for, and at most. Source: CloudBase's database documentation for functions. */
export const getDefaultCount = 100;
export const getMaxCount = 1000;

/** Documents an aggregate gives when it names no `$limit`, and at most. Source: CloudBase's behaviour; see localcloud/README.md. */
export const aggregateDefaultCount = 20;
export const aggregateMaxCount = 10_000;

/** Largest answer to one database request. Source: MongoDB's 16 MB limit on a reply's document. */
export const answerMaxBytes = 16 * 1024 ** 2;

/** Largest single document. Source: MongoDB's limit of 16 MB. */
export const documentMaxBytes = 16 * 1024 ** 2;

/** Largest body a client may send to a function, and largest result of one. Source: CloudBase's documented limits. */
export const callMaxBytes = 6 * 1024 ** 2;
export const resultMaxBytes = 1024 ** 2;
