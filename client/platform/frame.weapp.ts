import Taro from '@tarojs/taro';
import type { Frame } from './types';

const barPx = 48;
const gapPx = 8;

let measured: Frame | null = null;

/** The phone's status bar and the capsule in the corner, measured once. */
export function frame(): Frame {
  if (measured !== null) return measured;
  const { statusBarHeight = 0, windowWidth } = Taro.getWindowInfo();
  const capsule = Taro.getMenuButtonBoundingClientRect();
  measured = { statusBarPx: statusBarHeight, barPx, capsulePx: capsule.width === 0 ? 0 : windowWidth - capsule.left + gapPx };
  return measured;
}
