import { groupOfScene } from '@shared/store/groupScene';
import { recall, remember } from '@/platform/storage';

/** Keeps the group whose entry code opened the app, until its holder joins; other scenes are not ours to keep. */
export function keepGroup(scene: string): void {
  const group = groupOfScene(decodeURIComponent(scene));
  if (group !== null && recall('phone', 'group') === null) remember('phone', 'group', group);
}

/** The group that brought whoever holds this phone; null for who came another way. */
export function groupCameFrom(): string | null {
  return recall<string>('phone', 'group');
}
