import jsQR from 'jsqr';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { openParty, type Party } from './openParty';

let party: Party;
beforeAll(async () => {
  party = await openParty(1);
  await party.shop.join('ann');
});
afterAll(() => party.shop.close());

async function read(url: string): Promise<string | undefined> {
  const image = await loadImage(Buffer.from(await (await fetch(url)).arrayBuffer()));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return jsQR(context.getImageData(0, 0, image.width, image.height).data, image.width, image.height)?.data;
}

const code = () => party.shop.must('ann', 'member', 'referral.code', {});

test('the mini-program code is drawn by the platform once, kept, and opens one’s own invitation', async () => {
  const invitation = await party.invitationOf('ann');
  expect(await read((await code()).url)).toBe(`packages/invite/open/index?scene=${invitation}`);
  const [inviter] = await party.inviters();
  expect(inviter?.codeFileId).toContain(`codes/${invitation}.png`);
  expect(await read((await code()).url)).toBe(`packages/invite/open/index?scene=${invitation}`);
  expect(await party.inviters()).toEqual([inviter]);
});

test('nobody without a card has one, and none is drawn while inviting is switched off', async () => {
  expect(await party.shop.call('bob', 'member', 'referral.code', {})).toMatchObject({ refusal: { code: 'member.unknown' } });
  await party.set({ on: false });
  expect(await party.shop.call('ann', 'member', 'referral.code', {})).toMatchObject({ refusal: { code: 'referral.off' } });
});
