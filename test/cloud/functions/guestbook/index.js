// A guest book: whoever calls leaves a line, and everybody reads the latest.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

const db = cloud.database();

exports.main = async (event) => {
  const { OPENID } = cloud.getWXContext();
  if (event.text) {
    await db.collection('guestbook').add({ data: { guest: OPENID, text: event.text, at: db.serverDate() } });
  }
  const { data } = await db.collection('guestbook').orderBy('at', 'desc').limit(10).get();
  return { you: OPENID, lines: data.map((line) => line.text) };
};
