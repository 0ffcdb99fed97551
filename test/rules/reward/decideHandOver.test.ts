import { decideHandOver } from '@shared/reward/decideHandOver';
import type { Reward, Unit } from '@shared/reward/types';
import type { Shop } from '@shared/store/types';

const shops = new Map<string, Shop>([
  ['west', { _id: 'west', name: { zh: '西湖店', en: 'West Lake' }, active: true }],
  ['east', { _id: 'east', name: { zh: '东门店', en: 'East Gate' }, active: true }],
]);
const reward: Reward = {
  _id: 'mug',
  name: { zh: '马克杯', en: 'Mug' },
  detail: { zh: '', en: '' },
  kind: 'goods',
  pack: null,
  points: 600,
  stock: 3,
  shopIds: ['west'],
  active: true,
};
const redeemed: Unit = { _id: 'mug#1', rewardId: 'mug', n: 1, state: 'redeemed', pickupCode: '8', memberId: 'm', redeemedAt: 1 };
const handed: Unit = {
  ...redeemed,
  state: 'handedOver',
  handOver: { key: 'key-1234', shopId: 'west', staffId: 'qing', device: 'd', at: Date.UTC(2026, 10, 22, 6, 2) },
};
const by = { shopId: 'west', staffId: 'qing', key: 'key-1234' };

test('hands a redeemed unit over where its reward is handed over', () => {
  expect(decideHandOver(redeemed, reward, shops, by, 480)).toMatchObject({ ok: true, value: { repeat: false } });
  expect(decideHandOver(redeemed, { ...reward, shopIds: [] }, shops, { ...by, shopId: 'east' }, 480).ok).toBe(true);
});

test('says where instead, when it is another shop’s', () => {
  expect(decideHandOver(redeemed, reward, shops, { ...by, shopId: 'east' }, 480)).toEqual({
    ok: false,
    refusal: { code: 'pickup.otherShop', args: { shopsZh: '西湖店', shopsEn: 'West Lake' } },
  });
});

test('says when and where it was handed over, to anybody but the tap that did it', () => {
  expect(decideHandOver(handed, reward, shops, by, 480)).toMatchObject({ ok: true, value: { repeat: true } });
  expect(decideHandOver(handed, reward, shops, { ...by, key: 'key-5678' }, 480)).toEqual({
    ok: false,
    refusal: { code: 'pickup.done', args: { at: '2026-11-22 14:02', shopZh: '西湖店', shopEn: 'West Lake' } },
  });
  expect(decideHandOver(handed, reward, shops, { ...by, key: null }, 480).ok).toBe(false);
});

test('a free unit is nobody’s pick-up', () => {
  expect(decideHandOver({ _id: 'mug#2', rewardId: 'mug', n: 2, state: 'free' }, reward, shops, by, 480)).toMatchObject({
    refusal: { code: 'pickup.unknown' },
  });
});
