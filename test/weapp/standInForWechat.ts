import { randomBytes } from 'node:crypto';
import { createCanvas, Image, type Canvas } from '@napi-rs/canvas';

type Callback = (result: unknown) => void;
interface Callbacks {
  readonly success?: Callback;
  readonly complete?: Callback;
}
type Sender = (functionName: string, event: object) => Promise<unknown>;

/** What the phone around the mini-program does and remembers: the parts of `wx` that the simulator only mocks. */
export interface Wechat {
  /** Waits until the canvas of that id was drawn on; gives the picture (PNG) as it is then. */
  readonly drawn: (id: string) => Promise<Buffer>;
  readonly setNetwork: (connected: boolean) => void;
  /** Where the program asked to go, oldest first. */
  readonly journeys: { readonly how: string; readonly url: string }[];
  /** What was copied, oldest first. */
  readonly copied: readonly string[];
  readonly api: Record<string, unknown>;
}

const canvasSize = 280;
/** Boxes of canvases that are no squares, px, as their styles say. */
const boxes: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  'invitation-poster': { width: 270, height: 396 },
  'invitation-card': { width: 250, height: 200 },
};
const drawTriesMax = 200;
const drawEveryMs = 25;

/** Makes the stand-in; `send` carries a cloud call to the local cloud and gives its result. */
export function standInForWechat(send: Sender): Wechat {
  const canvases = new Map<string, Canvas>();
  const storage = new Map<string, unknown>();
  const listeners: Callback[] = [];
  const journeys: { how: string; url: string }[] = [];
  const copied: string[] = [];
  let connected = true;

  const travel = (how: string) => (options: Callbacks & { readonly url?: string }) => {
    journeys.push({ how, url: options.url ?? '' });
    return answer(options, { errMsg: `${how}:ok` });
  };

  const api = {
    cloud: {
      init: () => undefined,
      callFunction: async ({ name, data }: { readonly name: string; readonly data: object }) => {
        if (!connected) throw new Error('cloud.callFunction:fail request:fail');
        return { result: await send(name, data), errMsg: 'cloud.callFunction:ok' };
      },
    },
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
    getRandomValues: (options: Callbacks & { readonly length: number }) =>
      answer(options, { randomValues: Uint8Array.from(randomBytes(options.length)).buffer }),
    getNetworkType: (options: Callbacks) => answer(options, { networkType: connected ? 'wifi' : 'none' }),
    onNetworkStatusChange: (listener: Callback) => listeners.push(listener),
    createSelectorQuery: () => selectorQuery(canvases),
    setClipboardData: (options: Callbacks & { readonly data: string }) => {
      copied.push(options.data);
      return answer(options, { errMsg: 'setClipboardData:ok' });
    },
    navigateTo: travel('navigateTo'),
    redirectTo: travel('redirectTo'),
    reLaunch: travel('reLaunch'),
    switchTab: travel('switchTab'),
    navigateBack: travel('navigateBack'),
  };

  return {
    journeys,
    copied,
    drawn: (id) => pictureOf(canvases, id),
    api,
    setNetwork: (now) => {
      connected = now;
      for (const listener of listeners) listener({ isConnected: now, networkType: now ? 'wifi' : 'none' });
    },
  };
}

/** The platform's two ways of answering at once: callbacks and a promise. */
function answer(options: Callbacks | undefined, result: object): Promise<object> {
  options?.success?.(result);
  options?.complete?.(result);
  return Promise.resolve(result);
}

async function pictureOf(canvases: ReadonlyMap<string, Canvas>, id: string): Promise<Buffer> {
  for (let tries = 0; tries < drawTriesMax; tries += 1) {
    const canvas = canvases.get(id);
    if (canvas !== undefined && hasInk(canvas)) return canvas.toBuffer('image/png');
    await new Promise((resolve) => setTimeout(resolve, drawEveryMs));
  }
  throw new Error(`Nothing was drawn on ${id}; canvases: ${[...canvases.keys()].join(', ')}`);
}

function hasInk(canvas: Canvas): boolean {
  return canvas
    .getContext('2d')
    .getImageData(0, 0, canvas.width, canvas.height)
    .data.some((channel) => channel !== 0);
}

/** A query that finds canvases: each id asked for is one, drawn by a real 2d context. */
function selectorQuery(canvases: Map<string, Canvas>): object {
  const asked: string[] = [];
  const query = {
    in: () => query,
    select: (selector: string) => {
      asked.push(selector.replace('#', ''));
      return query;
    },
    fields: () => query,
    node: () => query,
    boundingClientRect: () => query,
    exec: (done?: (results: unknown[]) => void) => {
      done?.(asked.map((id) => ({ node: canvasOf(canvases, id), ...boxOf(id), left: 0, top: 0 })));
    },
  };
  return query;
}

function canvasOf(canvases: Map<string, Canvas>, id: string): Canvas {
  const canvas = canvases.get(id) ?? Object.assign(createCanvas(boxOf(id).width, boxOf(id).height), { createImage });
  canvases.set(id, canvas);
  return canvas;
}

function boxOf(id: string): { readonly width: number; readonly height: number } {
  return boxes[id] ?? { width: canvasSize, height: canvasSize };
}

/** A canvas's picture, fetched from an address when its `src` is set. */
function createImage(): Image {
  const image = new Image();
  const bytes = Object.getOwnPropertyDescriptor(Image.prototype, 'src');
  Object.defineProperty(image, 'src', {
    set: (url: string) => {
      const failed = (fault: unknown): void => image.onerror?.(fault instanceof Error ? fault : new Error(String(fault)));
      void fetch(url)
        .then(async (response) => bytes?.set?.call(image, Buffer.from(await response.arrayBuffer())))
        .catch(failed);
    },
  });
  return image;
}
