import Taro from '@tarojs/taro';
import type { Drawing, DrawingContext } from './types';

interface Found {
  readonly node?: PhoneCanvas;
  readonly width?: number;
  readonly height?: number;
}

interface PhoneCanvas {
  width: number;
  height: number;
  readonly getContext: (kind: '2d') => DrawingContext;
  readonly createImage: () => PhoneImage;
}

interface PhoneImage {
  src: string;
  onload: () => void;
  onerror: () => void;
}

/** The 2d context of a canvas component, sized in device pixels, at least `ratioMin` a px, or null when it is not on the screen. */
export function brushOf(id: string, ratioMin = 2): Promise<Drawing | null> {
  return new Promise((resolve) => {
    const query = Taro.createSelectorQuery().select(`#${id}`);
    query.fields({ node: true, size: true }).exec((results: readonly (Found | null)[]) => {
      const { node, width = 0, height = 0 } = results[0] ?? {};
      if (node === undefined || width === 0) {
        resolve(null);
        return;
      }
      const ratio = Math.max(ratioMin, Math.round(Taro.getWindowInfo().pixelRatio));
      node.width = Math.round(width * ratio);
      node.height = Math.round(height * ratio);
      const picture = (url: string): Promise<CanvasImageSource> => pictureOf(node, url);
      resolve({ context: node.getContext('2d'), width: node.width, height: node.height, picture });
    });
  });
}

function pictureOf(canvas: PhoneCanvas, url: string): Promise<CanvasImageSource> {
  return new Promise((resolve, reject) => {
    const image = canvas.createImage();
    // The phone's own picture is what its context draws, whatever the browser's types call it.
    image.onload = () => resolve(image as unknown as CanvasImageSource);
    image.onerror = () => reject(new Error('The picture could not be loaded'));
    image.src = url;
  });
}
