'use strict';

// Replays calls of the SDK that a test recorded, on the real SDK. What is not plain data (a transaction, for instance) stays here and
// is spoken of by number.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const kept = [];
const databases = new Map();

function database(options) {
  const name = JSON.stringify(options);
  if (!databases.has(name)) databases.set(name, cloud.database(options));
  return databases.get(name);
}

function rootOf(chain) {
  if (chain.root === 'db') return database(chain.options);
  if (chain.root === 'cloud') return cloud;
  return kept[chain.root];
}

function replay(chain) {
  let value = rootOf(chain);
  for (const step of chain.steps) value = step.args === undefined ? value[step.call] : value[step.call](...step.args.map(read));
  return value;
}

function read(value) {
  if (Array.isArray(value)) return value.map(read);
  if (typeof value !== 'object' || value === null) return value;
  if ('$chain' in value) return replay(value.$chain);
  if ('$date' in value) return new Date(value.$date);
  if ('$pattern' in value) return new RegExp(value.$pattern, value.$flags);
  if ('$undefined' in value) return undefined;
  if ('$number' in value) return Number(value.$number);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, read(inner)]));
}

function write(value) {
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof RegExp) return { $pattern: value.source, $flags: value.flags };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
  if (Buffer.isBuffer(value)) return { $bytes: value.toString('base64') };
  if (Array.isArray(value)) return value.map(write);
  if (typeof value !== 'object' || value === null) return value;
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null || typeof value.toJSON === 'function') {
    const plain = typeof value.toJSON === 'function' ? value.toJSON() : value;
    return Object.fromEntries(Object.entries(plain).map(([key, inner]) => [key, write(inner)]));
  }
  return { $ref: kept.push(value) - 1 };
}

exports.main = async (event) => {
  try {
    return { value: write(await replay(event.chain)) };
  } catch (thrown) {
    return { error: { errCode: thrown.errCode, code: thrown.code, message: thrown.errMsg ?? thrown.message ?? String(thrown) } };
  }
};
