'use strict';

// Runs many small random transactions at once and tells what each of them read, wrote and came to.
const { createHash } = require('node:crypto');
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database({ throwOnNotFound: false });
const giveUpRate = 0.1;
const rewriteRate = 0.15;
const keysMax = 3;

/** Numbers from 0 to 1 that follow from a seed, so that what is attempted can be attempted again. */
function randomFrom(seed) {
  let count = 0;
  return () => {
    count += 1;
    return createHash('sha256').update(`${seed}/${count}`).digest().readUInt32BE(0) / 2 ** 32;
  };
}

async function mix(id, keys, random) {
  const record = { id, steps: [], outcome: 'unknown' };
  const transaction = await db.startTransaction();
  const cells = transaction.collection('cells');
  const read = async (key) => record.steps.push(['r', key, (await cells.doc(key).get()).data.value]);
  const write = async (key) => {
    const value = `${id}/${record.steps.length}`;
    await cells.doc(key).update({ data: { value } });
    record.steps.push(['w', key, value]);
  };
  try {
    const chosen = Array.from({ length: 1 + Math.floor(random() * keysMax) }, () => keys[Math.floor(random() * keys.length)]);
    for (const key of chosen) await read(key);
    const written = chosen.filter(() => random() < 0.5);
    for (const key of written) await write(key);
    if (random() < rewriteRate && written.length > 0) await write(written[0]);
    for (const key of chosen) if (random() < 0.3) await read(key);
    if (random() < giveUpRate) {
      await transaction.rollback();
      record.outcome = 'aborted';
    } else {
      await transaction.commit();
      record.outcome = 'committed';
    }
  } catch (thrown) {
    const text = String(thrown.errMsg ?? thrown.message);
    if (!text.includes('TransactionConflict')) throw thrown;
    record.outcome = 'aborted';
    // As every caller must: a conflict ends in a rollback.
    await transaction.rollback().catch(() => undefined);
  }
  return record;
}

exports.main = async ({ name, seed, lanes, each, keys }) => {
  const records = await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const random = randomFrom(`${seed}.${lane}`);
      const own = [];
      for (let count = 0; count < each; count += 1) own.push(await mix(`${name}.${lane}.${count}`, keys, random));
      return own;
    }),
  );
  return records.flat();
};
