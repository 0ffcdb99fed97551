import type { Drawing } from './types';

/** The 2d context of a canvas component, sized in device pixels, at least `ratioMin` a px, or null when it is not on the screen. */
export function brushOf(id: string, ratioMin = 2): Promise<Drawing | null> {
  const canvas = document.getElementById(id)?.querySelector('canvas') ?? null;
  const context = canvas?.getContext('2d') ?? null;
  if (canvas === null || context === null || canvas.clientWidth === 0) return Promise.resolve(null);
  const ratio = Math.max(ratioMin, Math.round(window.devicePixelRatio));
  canvas.width = canvas.clientWidth * ratio;
  canvas.height = canvas.clientHeight * ratio;
  return Promise.resolve({ context, width: canvas.width, height: canvas.height, picture });
}

async function picture(url: string): Promise<CanvasImageSource> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}
