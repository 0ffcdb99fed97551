import type { Copy } from '../zh';

/** Groups on WeChat: their entry codes and ready-made posts. */
export const storeGroup: Copy['storeGroup'] = {
  title: 'Groups',
  note: 'Post the code and the words in your group. Whoever joins by the code is counted for it.',
  joined: (count) => `${count} members joined`,
  lately: (count) => `${count} in 30 days`,
  none: 'No groups yet',
  noneNote: 'They appear here once an operator has added them to the shop file.',
  code: 'Entry code',
  picture: (name) => `Entry code of ${name}`,
  save: 'Press and hold the picture to save it; right-click on a computer.',
  link: 'Copy the link',
  linkCopied: 'Link copied. Paste it in the group.',
  posts: 'Ready-made posts',
  noPosts: 'This group has no posts yet.',
  copy: 'Copy',
  copied: 'Copied. Paste it in the group.',
  copyFailed: 'Could not copy. Select the text and copy it by hand.',
};
