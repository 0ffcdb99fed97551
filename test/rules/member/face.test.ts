import { decideFace, faceIds, faceShown, mayBear, viewFaces } from '@shared/member/face';

test('some faces are everybody’s, others need a tier or a higher one, or a paid card that runs', () => {
  const open = (tier: 'firefly' | 'candle' | 'lantern' | 'galaxy', hasPaidCard: boolean) =>
    faceIds.filter((face) => mayBear(face, { tier, hasPaidCard }));
  expect(open('firefly', false)).toEqual(['lantern', 'osmanthus', 'celadon']);
  expect(open('lantern', false)).toEqual(['lantern', 'osmanthus', 'celadon', 'snow', 'silk']);
  expect(open('firefly', true)).toEqual(['lantern', 'osmanthus', 'celadon', 'moon']);
  expect(open('galaxy', true)).toEqual(faceIds);
});

test('a chosen face is not shown while what it needs is missing, and is back with it', () => {
  expect(faceShown('moon', { tier: 'galaxy', hasPaidCard: false })).toBe('lantern');
  expect(faceShown('moon', { tier: 'firefly', hasPaidCard: true })).toBe('moon');
  expect(viewFaces({}, 'firefly', false).face).toBe('lantern');
  expect(decideFace('silk', { tier: 'candle', hasPaidCard: true })).toEqual({ ok: false, refusal: { code: 'face.locked' } });
});
