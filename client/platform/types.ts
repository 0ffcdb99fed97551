import type { Bilingual } from '@shared/kernel/bilingual';

/** Where something is kept: with the signed-in person, with this phone, or as a choice of taste (language, theme). */
export type Drawer = 'person' | 'phone' | 'taste';

export type Language = 'zh' | 'en';
/** `phone` follows the phone's own setting. */
export type LanguageChoice = Language | 'phone';
export type ThemeChoice = 'phone' | 'light' | 'dark';

/** A text file that somebody chose. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Somebody of the demo shop, whom a browser on this machine may be. */
export interface DemoPerson {
  readonly id: string;
  readonly label: Bilingual;
  readonly note: Bilingual;
  readonly kind: string;
}

/** The screen's own measures in px: what the phone's status bar takes and what its capsule covers. */
export interface Frame {
  readonly statusBarPx: number;
  readonly barPx: number;
  /** Width from the right edge that must stay free. */
  readonly capsulePx: number;
}

/** What a drawing needs of a canvas: its context and its size in device pixels. */
export interface Brush {
  readonly context: {
    fillStyle: unknown;
    fillRect: (x: number, y: number, width: number, height: number) => void;
    clearRect: (x: number, y: number, width: number, height: number) => void;
  };
  readonly width: number;
  readonly height: number;
}

/** What a picture with words and other pictures needs. */
export interface Drawing extends Brush {
  readonly context: DrawingContext;
  /** A picture of the phone or the network, ready to be drawn; rejects when it cannot be had. */
  readonly picture: (url: string) => Promise<CanvasImageSource>;
}

export type DrawingContext = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'clearRect'
  | 'fillRect'
  | 'fillText'
  | 'measureText'
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'arcTo'
  | 'bezierCurveTo'
  | 'fill'
  | 'stroke'
  | 'save'
  | 'restore'
  | 'translate'
  | 'scale'
  | 'drawImage'
  | 'createLinearGradient'
>;

/** A place on something, in parts of its width and height: 0 left and top, 1 right and bottom. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What a share card says, shows (5:4) and where it leads. */
export interface ShareCard {
  readonly title: string;
  readonly imageUrl?: string;
  readonly route: 'family' | 'gift' | 'invitation';
  readonly query: Readonly<Record<string, string>>;
}

/** What asking for messages gave: the templates that were accepted, or why nobody could be asked. */
export type AskedMessages =
  { readonly asked: true; readonly accepted: ReadonlySet<string> } | { readonly asked: false; readonly why: 'browser' | 'switchedOff' };

/** What became of a picture on its way to the cloud's storage. */
export type UploadedPicture = { readonly fileId: string } | { readonly failure: 'unread' | 'lost' };

/**
 * Makes a square JPEG of a picture's middle, `sidePx` wide, and stores it in the cloud under `path`; a phone draws it on the canvas of
 * that id, a browser needs none.
 */
export type UploadPicture = (source: string, path: string, sidePx: number, canvasId: string) => Promise<UploadedPicture>;

/** What became of a payment, as the phone saw it: a claim, never a proof. */
export type PaidHow = 'paid' | 'cancelled' | 'failed';

/** A place on the screen, px. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** What is told of something that is dragged. */
export interface Dragging {
  readonly onBegin: (at: Place & { readonly width: number }) => void;
  /** Gives whether it is being dragged, more than a tap would. */
  readonly onMove: (at: Place) => boolean;
  readonly onEnd: (at: Place) => void;
}
