'use strict';

// Takes payment notices. It writes each down, and takes them (errcode 0) unless the order's attach says otherwise.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();

exports.main = async (event) => {
  await db.collection('notices').add({ data: event });
  if (event.attach === 'throws') throw new Error('the shop is shut');
  return { errcode: event.attach === 'refuses' ? 1 : 0, errmsg: '' };
};
