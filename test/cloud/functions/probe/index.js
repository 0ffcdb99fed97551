'use strict';

// Does one thing a test asks for, to see how the cloud runs functions.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database({ throwOnNotFound: false });
const loadedAt = Date.now();
const triesMax = 8;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const acts = {
  async identity(event) {
    const before = cloud.getWXContext().OPENID;
    await db.collection('notes').doc(event.note).get();
    await sleep(event.waitMs);
    return { before, after: cloud.getWXContext().OPENID, told: event.userInfo.openId, note: event.note };
  },
  context: () => ({ ...cloud.getWXContext(), trigger: process.env.TRIGGER_SRC }),
  event: (event) => event,
  functionContext: (_event, context) => context,
  sleep: async (event) => sleep(event.ms),
  spin() {
    for (;;);
  },
  fail() {
    throw new TypeError('it broke');
  },
  failWithText() {
    throw 'only text';
  },
  exit: () => process.exit(1),
  crashLater: () => new Promise(() => setTimeout(() => Promise.reject(new Error('nobody listens')), 1)),
  big: (event) => 'x'.repeat(event.bytes),
  nothing: () => undefined,
  eat() {
    const eaten = [];
    for (;;) eaten.push(new Array(1e5).fill(Math.random()));
  },
  async eatBuffers({ megabytes }) {
    const eaten = Array.from({ length: megabytes }, () => Buffer.alloc(1024 ** 2, 1));
    await db.collection('notes').count();
    return eaten.length;
  },
  clock: () => ({
    now: Date.now(),
    made: new Date().getTime(),
    text: Date.parse(Date()) > 0,
    zone: new Date(0).getTimezoneOffset(),
    hours: new Date(0).getHours(),
    isDate: new Date() instanceof Date && new Date().constructor === Date && new Date(5) instanceof Date,
    fixed: new Date(5).getTime(),
    parts: new Date(2020, 0, 2).getTime(),
    year: new (class Later extends Date {})(0).getFullYear(),
    loadedAt,
  }),
  env: (event) => process.env[event.name],
  async call(event) {
    try {
      return { result: (await cloud.callFunction({ name: event.name, data: event.data })).result };
    } catch (thrown) {
      return { errCode: thrown.errCode, message: thrown.errMsg };
    }
  },
  async write(event) {
    const fs = require('node:fs');
    try {
      if (event.how === 'sync') fs.writeFileSync(event.path, 'x');
      else if (event.how === 'stream') fs.createWriteStream(event.path).end('x');
      else if (event.how === 'callback')
        await new Promise((done, fail) => fs.writeFile(event.path, 'x', (fault) => (fault ? fail(fault) : done())));
      else await fs.promises.writeFile(event.path, 'x');
      return 'written';
    } catch (thrown) {
      return thrown.code;
    }
  },
  /** Calls functions of node:fs with arguments, by callback where they end in neither Sync nor a promise; tells what each refused with. */
  async writeByAll({ calls }) {
    const fs = require('node:fs');
    const codes = {};
    for (const { name, args, promised } of calls) {
      try {
        if (promised) await fs.promises[name](...args);
        else if (name.endsWith('Sync')) fs[name](...args);
        else await new Promise((done, fail) => fs[name](...args, (fault) => (fault ? fail(fault) : done())));
        codes[`${promised ? 'promises.' : ''}${name}`] = 'written';
      } catch (thrown) {
        codes[`${promised ? 'promises.' : ''}${name}`] = thrown.code;
      }
    }
    return codes;
  },
  print(event) {
    console.log(event.text);
  },
  async leaveOpen(event) {
    const transaction = await db.startTransaction();
    await transaction
      .collection('notes')
      .doc(event.note)
      .set({ data: { by: 'left open' } });
    if (event.spin) acts.spin();
  },
  transfer,
};

/** Moves points between two accounts with an entry of its own, as one transaction, tried again after a conflict. */
async function transfer({ id, from, to, points }) {
  for (let tries = 0; ; tries += 1) {
    const transaction = await db.startTransaction();
    try {
      const accounts = transaction.collection('accounts');
      const [source, target] = [(await accounts.doc(from).get()).data, (await accounts.doc(to).get()).data];
      await accounts.doc(from).update({ data: { balance: source.balance - points } });
      await accounts.doc(to).update({ data: { balance: target.balance + points } });
      await transaction.collection('entries').add({
        data: [
          { _id: `${id}:out`, account: from, points: -points },
          { _id: `${id}:in`, account: to, points },
        ],
      });
      await transaction.commit();
      return tries;
    } catch (thrown) {
      await transaction.rollback();
      if (tries >= triesMax || !String(thrown.errMsg ?? thrown.message).includes('TransactionConflict')) throw thrown;
      await sleep(Math.random() * 10 * (tries + 1));
    }
  }
}

exports.main = async (event, context) => acts[event.act](event, context);
