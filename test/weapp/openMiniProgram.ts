import { join } from 'node:path';
import { load, render } from 'miniprogram-simulate';
import type { Wechat } from './standInForWechat';

const built = join(__dirname, '../../dist/weapp');
/** WeChat's own compiler answers with more than the default allows. */
const compiling = { rootPath: built, compiler: 'official', compilerOptions: { maxBuffer: 1 << 26 } } as const;
const settleTriesMax = 400;
const settleEveryMs = 25;

const fieldTags = '[class*="main--field "], [class$="main--field"]';
const keyTags = '[class*="pressable"], [class*="checkbox"], wx-button';

type Settings = Record<string, unknown>;
interface Rendered {
  readonly dom: HTMLElement;
  readonly instance: Record<string, (...args: unknown[]) => unknown> & { route?: string };
  readonly attach: (parent: Element) => void;
  readonly detach: () => void;
  readonly dispatchEvent: (name: string, options?: object) => void;
}
interface ScreenElement extends Element {
  /** The simulator's own node behind the element. */
  readonly __wxElement?: object;
}

/** The built mini-program, launched once a test file (its scripts run once), showing one page at a time. */
export interface MiniProgram {
  readonly show: (route: string, query?: Readonly<Record<string, string>>) => void;
  /** Somebody comes back to the running app by an address: WeChat tells the app of it, then shows the page. */
  readonly enter: (route: string, query: Readonly<Record<string, string>>) => void;
  /** All text on the screen. */
  readonly text: () => string;
  /** Waits until the screen's text fits. Rejects with the text as it is when it does not come to that. */
  readonly reads: (expected: string) => Promise<void>;
  /** Waits until it no longer does. */
  readonly lacks: (gone: string) => Promise<void>;
  /** Taps what bears this name. Throws when nothing on the screen does. */
  readonly tap: (name: string | RegExp) => void;
  /** What WeChat itself answers a key that opens a dialog of its own. Throws when nothing on the screen bears this name. */
  readonly answer: (name: string | RegExp, event: string, detail: object) => void;
  /** Types into the field with this label. */
  readonly type: (name: string | RegExp, value: string) => void;
}

/** Launches dist/weapp in this page's world, with WeChat's own compiler for its templates. */
export function openMiniProgram(wechat: Wechat): MiniProgram {
  const pages = new Map<string, string>();
  let app: Settings = {};
  let current: Rendered | undefined;
  const world = globalThis as unknown as Record<string, unknown>;
  Object.assign(world['wx'] as object, wechat.api);
  Object.assign(world, {
    App: (settings: Settings) => (app = settings),
    Page: (settings: Settings) => (world['Component'] as (definition: object) => void)(asComponent(settings)),
    getApp: () => app,
    getCurrentPages: () => (current === undefined ? [] : [current.instance]),
  });
  // The program is what the bundler wrote, found at run time: an import would be resolved before it is built.
  (jest.requireActual as (path: string) => unknown)(join(built, 'app.js'));
  (app['onLaunch'] as (options: object) => void)({ path: 'pages/home/index', query: {}, scene: 1001 });

  const screen = (): Rendered => {
    if (current === undefined) throw new Error('No page is shown');
    return current;
  };
  const text = (): string => screen().dom.textContent;

  const show: MiniProgram['show'] = (route, query = {}) => {
    current?.instance['onHide']?.();
    current?.instance['onUnload']?.();
    current?.detach();
    const id = pages.get(route) ?? load(join(built, route), compiling);
    pages.set(route, id);
    current = render(id) as unknown as Rendered;
    current.instance.route = route;
    current.attach(document.body);
    for (const [event, argument] of [['onLoad', query], ['onShow'], ['onReady']] as const) current.instance[event]?.(argument);
  };

  return {
    text,
    show,
    enter: (route, query) => {
      (app['onHide'] as () => void)();
      (app['onShow'] as (options: object) => void)({ path: route, query, scene: 1047 });
      show(route, query);
    },
    reads: (expected) =>
      until(
        () => text().includes(expected),
        () => `The screen does not read ${expected} but: ${text()}`,
      ),
    lacks: (gone) =>
      until(
        () => !text().includes(gone),
        () => `The screen still reads ${gone}: ${text()}`,
      ),
    tap: (name) => fire(screen(), find(screen(), name, 'key'), 'tap', {}),
    answer: (name, event, detail) => fire(screen(), find(screen(), name, 'key'), event, detail),
    type: (name, value) => fire(screen(), find(screen(), name, 'field'), 'input', { value }),
  };
}

async function until(holds: () => boolean, complaint: () => string): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries === settleTriesMax) throw new Error(complaint());
    await new Promise((resolve) => setTimeout(resolve, settleEveryMs));
  }
}

/** What `Page` is given, as the component that the simulator can render. */
function asComponent({ data, ...rest }: Settings): object {
  return { data, methods: Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'function')) };
}

/** By what it says: a key's own text, a box's label beside it, a field's label above it. */
function find(screen: Rendered, name: string | RegExp, kind: 'key' | 'field'): ScreenElement {
  const fits = (text: string): boolean => (typeof name === 'string' ? text.trim() === name : name.test(text));
  const tags = kind === 'field' ? fieldTags : keyTags;
  const found = [...screen.dom.querySelectorAll<ScreenElement>(tags)].find(({ textContent }) => fits(textContent));
  const element = kind === 'field' ? found?.querySelector<ScreenElement>('wx-input') : found;
  if (element == null) throw new Error(`There is no ${kind} called ${String(name)}; the screen reads: ${screen.dom.textContent}`);
  return element;
}

/** By the simulator's own way of firing an event at a node, which is private to its components. */
function fire(screen: Rendered, element: ScreenElement, event: string, detail: object): void {
  const Component = Object.getPrototypeOf(screen.constructor) as new (node: unknown) => Rendered;
  new Component(element.__wxElement).dispatchEvent(event, { detail });
}
