import { groupRow } from '@shared/store/groupRow';
import { groupOfScene, groupSceneOf } from '@shared/store/groupScene';

test('an entry code carries its group there and back, within what the platform takes', () => {
  const longest = 'a'.repeat(30);
  for (const id of ['tea', 'West_Lake-2', longest]) {
    const scene = groupSceneOf(id);
    expect(scene).toMatch(/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/);
    expect(groupOfScene(scene)).toBe(id);
  }
  expect(groupRow.safeParse({ id: `${longest}a`, name: { zh: '群', en: 'Group' } }).success).toBe(false);
});

test('other scenes are no group’s', () => {
  for (const scene of ['', 'tea', 'g.', 'g.a b', `g.${'a'.repeat(31)}`, 'x.tea']) expect(groupOfScene(scene)).toBeNull();
});
