import type { AvatarView } from '@shared/member/avatar/types';
import type { Home } from '@shared/member/contract';
import type { TestShop } from '../openShop';
import { jpegOf } from './madePictures';

const minuteMs = 60_000;

/** What tests of members' pictures do, at the shop that is open by then. */
export function pictureRoom(open: () => TestShop) {
  /** Stores a picture as the person's phone does. */
  const upload = async (openid: string, key: string, picture: Buffer = jpegOf(256, 256, key), kind = 'jpg'): Promise<string> => {
    const { uploadFolder } = await open().must(openid, 'member', 'member.profile', {});
    return open().cloud.wechat.upload(openid, `${uploadFolder}/${key}.${kind}`, picture);
  };
  const take = (openid: string, key: string, fileId: string) => open().call(openid, 'member', 'member.chooseAvatar', { key, fileId });
  return {
    upload,
    take,
    choose: async (openid: string, key: string, picture?: Buffer) => take(openid, key, await upload(openid, key, picture)),
    /** What the owner sees. */
    own: async (openid: string): Promise<AvatarView> => (await open().must(openid, 'member', 'member.profile', {})).avatar,
    /** What a clerk who scans the member sees. */
    atTill: async (openid: string): Promise<string | null> => {
      open().cloud.clock.advanceMs(11 * minuteMs);
      const home = (await open().must(openid, 'member', 'member.home', { codeVersionHeld: 0 })) as Home;
      return (await open().must('clerk-west', 'staff', 'visit.open', { code: open().codeOf(home), by: 'scan' })).avatarUrl;
    },
    pictures: (openid: string) => open().cloud.data.find('avatars', { openid }, { sort: { _id: 1 } }),
    contentAt: async (url: string | null): Promise<Buffer> => Buffer.from(await (await fetch(String(url))).arrayBuffer()),
    tend: () => open().cloud.runTimer('jobs', 'tendAvatars'),
  };
}
