import Taro from '@tarojs/taro';
import type { Brush } from './types';

interface Found {
  readonly node?: { width: number; height: number; getContext: (kind: '2d') => Brush['context'] };
  readonly width?: number;
  readonly height?: number;
}

/** The 2d context of a canvas component, sized in device pixels, or null when it is not on the screen. */
export function brushOf(id: string): Promise<Brush | null> {
  return new Promise((resolve) => {
    const query = Taro.createSelectorQuery().select(`#${id}`);
    query.fields({ node: true, size: true }).exec((results: readonly (Found | null)[]) => {
      const { node, width = 0, height = 0 } = results[0] ?? {};
      if (node === undefined || width === 0) {
        resolve(null);
        return;
      }
      const ratio = Math.max(2, Math.round(Taro.getWindowInfo().pixelRatio));
      node.width = Math.round(width * ratio);
      node.height = Math.round(height * ratio);
      resolve({ context: node.getContext('2d'), width: node.width, height: node.height });
    });
  });
}
