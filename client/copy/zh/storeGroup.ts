/** 社群：群码与现成的文案。 */
export const storeGroup = {
  title: '社群',
  note: '把群码和文案发到群里。从群码进来入会的，都算这个群带来的。',
  joined: (count: string) => `带来 ${count} 位会员`,
  lately: (count: string) => `近 30 天 ${count} 位`,
  none: '还没有社群',
  noneNote: '运营在店铺文件里添加社群后，会出现在这里。',
  code: '群码',
  picture: (name: string) => `${name}的群码`,
  save: '长按图片保存；电脑上点右键保存。',
  link: '复制链接',
  linkCopied: '链接复制好了，去群里贴上。',
  posts: '现成的文案',
  noPosts: '这个群还没有文案。',
  copy: '复制',
  copied: '复制好了，去群里贴上。',
  copyFailed: '没能复制。请长按文字，手动复制。',
};
