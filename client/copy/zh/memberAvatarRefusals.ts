/** 头像的每一种「不行」。 */
export const memberAvatarRefusals = {
  'avatar.missing': '没有收到这张图片。请再选一次。',
  'avatar.kind': '只能用 JPG 或 PNG 图片。请换一张。',
  'avatar.size': '头像要是方的，边长不超过 {px} 像素、不超过 {kb} KB。请换一张。',
  'avatar.dayLimit': '一天最多换 {max} 次头像，明天再来。',
  'avatar.unknown': '没有这张头像，可能本人已经注销。请刷新后再看。',
  'avatar.decided': '这张头像已经有人看过，或本人换掉了。请刷新后再看。',
} as const;
