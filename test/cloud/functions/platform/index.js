'use strict';

// Makes one call of the real SDK (or of @cloudbase/node-sdk, root `node`) that a test asked for, and gives what came back.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

function root(name) {
  if (name !== 'node') return cloud;
  const sdk = require('@cloudbase/node-sdk');
  return sdk.init({ env: sdk.SYMBOL_CURRENT_ENV });
}

const read = (_key, value) =>
  value !== null && typeof value === 'object' && '$bytes' in value ? Buffer.from(value.$bytes, 'base64') : value;
const write = (_key, value) =>
  value !== null && value?.type === 'Buffer' ? { $bytes: Buffer.from(value.data).toString('base64') } : value;

exports.main = async (event) => {
  const args = JSON.parse(event.args, read);
  if (typeof args.zeroes === 'number') args.fileContent = Buffer.alloc(args.zeroes);
  const names = event.path.split('.');
  const last = names.pop();
  let target = root(event.root);
  for (const name of names) target = target[name];
  try {
    return { value: JSON.stringify(await target[last](args), write) };
  } catch (thrown) {
    return { error: { errCode: thrown.errCode, code: thrown.code, message: thrown.errMsg ?? thrown.message ?? String(thrown) } };
  }
};
