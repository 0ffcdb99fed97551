const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** Notes what the platform pushes; answers as the note `answer` says, else that it took it. */
exports.main = async (event) => {
  const notes = cloud.database().collection('notices');
  await notes.add({ data: { event, openid: cloud.getWXContext().OPENID ?? null } });
  const { data } = await notes.where({ answer: cloud.database().command.exists(true) }).get();
  return data[0]?.answer ?? 'success';
};
