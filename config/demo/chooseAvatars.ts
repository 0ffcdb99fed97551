import type { LocalCloud } from '@localcloud/index';
import { writePng, type Rgb } from '@localcloud/openapi/writePng';
import type { Profile } from '@shared/member/contract';
import { askAs } from './askAs';

const sidePx = 256;
const middle = sidePx / 2;

/** Whether a place, counted from the picture's middle, lies in an ellipse around another. */
const within = (x: number, y: number, across: number, down: number): boolean => (x / across) ** 2 + (y / down) ** 2 <= 1;

/** What the demo's pictures show: places are counted from the middle, right and down. */
const motifs = {
  moon: (x, y) => within(x, y, 84, 84) && !within(x - 34, y + 18, 74, 74),
  tree: (x, y) => within(x, y + 30, 70, 62) || (Math.abs(x) < 9 && y > 20 && y < 100) || (y > 92 && y < 100 && Math.abs(x) < 66),
} as const satisfies Readonly<Record<string, (x: number, y: number) => boolean>>;

interface DemoPicture {
  readonly openid: string;
  readonly motif: keyof typeof motifs;
  readonly ink: Rgb;
  readonly judged: 'pass' | 'review';
}

/** The last one waits for an operator to look. The demo's own shopper has none yet: visitors choose it. */
const pictures: readonly DemoPicture[] = [
  { openid: 'demo-shu', motif: 'tree', ink: [58, 110, 84], judged: 'pass' },
  { openid: 'demo-ping', motif: 'moon', ink: [60, 74, 122], judged: 'review' },
];

/** A few demo members choose a picture, as their phones do; the platform's verdicts come at once. */
export async function chooseAvatars(cloud: LocalCloud): Promise<void> {
  for (const { openid, motif, ink, judged } of pictures) {
    const ask = askAs(cloud, 'member', openid);
    const { uploadFolder } = (await ask('member.profile', {})) as Profile;
    const isInk = (x: number, y: number): boolean => motifs[motif](x - middle, y - middle);
    const key = `demo-avatar-${motif}`;
    const fileId = await cloud.wechat.upload(
      openid,
      `${uploadFolder}/${key}.png`,
      writePng({ widthPx: sidePx, heightPx: sidePx, ink, isInk }),
    );
    cloud.wechat.judge(openid, judged);
    await ask('member.chooseAvatar', { key, fileId });
  }
  await cloud.wechat.pushVerdicts();
}
