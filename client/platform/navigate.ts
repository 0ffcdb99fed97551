import Taro from '@tarojs/taro';

/** Every page by name. The first four are tabs. */
export const routes = {
  home: '/pages/home/index',
  play: '/pages/play/index',
  rewards: '/pages/rewards/index',
  mine: '/pages/mine/index',
  code: '/pages/code/index',
  statement: '/packages/wallet/statement/index',
  calendar: '/packages/wallet/calendar/index',
  pickup: '/packages/wallet/pickup/index',
  vouchers: '/packages/wallet/vouchers/index',
  voucher: '/packages/wallet/voucher/index',
  coupons: '/packages/wallet/coupons/index',
  gift: '/packages/wallet/gift/index',
  pack: '/packages/wallet/pack/index',
  booking: '/packages/wallet/booking/index',
  bookings: '/packages/wallet/bookings/index',
  pool: '/packages/games/pool/index',
  odds: '/packages/games/odds/index',
  winners: '/packages/games/winners/index',
  verify: '/packages/games/verify/index',
  quiz: '/packages/games/quiz/index',
  riddle: '/packages/games/riddle/index',
  jigsaw: '/packages/games/jigsaw/index',
  till: '/packages/staff/till/index',
  refund: '/packages/staff/refund/index',
  shift: '/packages/staff/shift/index',
  codes: '/packages/staff/codes/index',
  groups: '/packages/staff/groups/index',
  shopBookings: '/packages/staff/bookings/index',
  reviews: '/packages/staff/reviews/index',
  pictures: '/packages/staff/pictures/index',
  jobs: '/packages/staff/jobs/index',
  settings: '/packages/staff/settings/index',
  profile: '/packages/account/profile/index',
  tier: '/packages/account/tier/index',
  family: '/packages/account/family/index',
  paidCard: '/packages/account/paidCard/index',
  race: '/packages/account/race/index',
  causes: '/packages/account/causes/index',
  privacy: '/packages/account/privacy/index',
  invite: '/packages/invite/mine/index',
  invitation: '/packages/invite/open/index',
  inbox: '/packages/account/inbox/index',
  notices: '/packages/account/notices/index',
} as const;

export type Route = keyof typeof routes;
export const tabs = ['home', 'play', 'rewards', 'mine'] as const satisfies readonly Route[];
export type Tab = (typeof tabs)[number];

const isTab = (route: Route): route is Tab => (tabs as readonly Route[]).includes(route);

/** Opens a page; a tab is switched to, anything else is put on top. A failed step is left at that: the person taps again. */
export function open(route: Route, query: Readonly<Record<string, string>> = {}): void {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const url = pairs.length === 0 ? routes[route] : `${routes[route]}?${pairs.join('&')}`;
  void (isTab(route) ? Taro.switchTab({ url }) : Taro.navigateTo({ url })).catch(() => undefined);
}

/** Opens a page by its path without a leading slash and with its parameters, as messages name it; an unknown one opens home. */
export function openPath(path: string): void {
  const [page = '', text = ''] = path.split('?');
  const route = (Object.keys(routes) as Route[]).find((each) => routes[each] === `/${page}`);
  const pairs = text === '' ? [] : text.split('&').map((pair) => pair.split('='));
  // A tab takes no parameters.
  if (route === undefined) open('home');
  else open(route, Object.fromEntries(pairs.map(([name = '', value = '']) => [name, decodeURIComponent(value)])));
}

/** Goes one page back, or home when the page was opened by its own address. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack().catch(() => undefined);
  else open('home');
}
