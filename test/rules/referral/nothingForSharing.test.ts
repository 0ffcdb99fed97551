import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { everyRefusal, functions } from '@shared/functions';
import { chanceSources } from '@shared/game/types';
import { entryKinds } from '@shared/ledger/types';
import { interactionScores } from '@shared/tier/types';

const root = join(__dirname, '../../..');

function filesUnder(path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesUnder(join(path, name)));
}

const sharing = /share|sharing|forward|repost|moments/i;

/** Sentences that promise something for passing on: 分享得…, 转发送…, "share to win". "From sharing" in a prohibition is no promise. */
const promises = [
  /(分享|转发|群发)(后|即|就|可|一次|给[^，。；]{0,8})?(可)?(得|送|领|赢|抽|解锁|加)/,
  /集赞|助力|砍价|拉人头|帮我点/,
  /\bshar(e|ing) (it )?(to|and) (win|get|earn|unlock|draw)/i,
  /\b(points|chances?|prizes?|rewards?|gifts?) for (sharing|forwarding|reposting)/i,
];

test('no method takes a share, no chance and no score comes of one, and no entry pays one', () => {
  const methods = Object.values(functions).flatMap((each) => Object.keys(each));
  expect([...methods, ...chanceSources, ...entryKinds, ...Object.keys(interactionScores)].filter((name) => sharing.test(name))).toEqual([]);
});

test('opening the invitation and passing it on changes no points: points move only where a friend joined, bought or gave back', () => {
  const paying = filesUnder('cloudfunctions/usecases/referral').filter((file) => /\bpost\(/.test(readFileSync(join(root, file), 'utf8')));
  expect(paying.map((file) => file.split('/').pop()).sort()).toEqual(['giveHeldGift.ts', 'payReward.ts', 'takeBackReward.ts']);
});

test('no text promises anything for sharing', () => {
  const texts = [
    ...filesUnder('client/copy'),
    ...filesUnder('config/demo'),
    ...filesUnder('shared/message'),
    ...filesUnder('shared/referral'),
  ];
  const found = texts.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => promises.some((promise) => promise.test(line)))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
  expect(everyRefusal().filter((code) => sharing.test(code))).toEqual([]);
});

test('it knows such a promise when it reads one', () => {
  const lies = [
    '分享得积分',
    '转发给朋友即送抽奖机会',
    '分享后可领 5 元',
    'Share to win',
    'Share it and get 10 points',
    'points for sharing',
    '集赞换礼',
  ];
  expect(lies.filter((lie) => !promises.some((promise) => promise.test(lie)))).toEqual([]);
});
