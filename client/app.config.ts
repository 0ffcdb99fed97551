const onPhone = process.env.TARO_ENV === 'weapp';

/** On the phone the colours follow theme.json; a browser gets them from the style sheet. */
const themed = (name: string, plain: string): string => (onPhone ? `@${name}` : plain);

// Taro reads an app's configuration from its default export.
export default defineAppConfig({
  pages: ['pages/home/index', 'pages/play/index', 'pages/rewards/index', 'pages/mine/index', 'pages/code/index'],
  subPackages: [
    {
      root: 'packages/wallet',
      pages: [
        'statement/index',
        'calendar/index',
        'pickup/index',
        'vouchers/index',
        'voucher/index',
        'coupons/index',
        'gift/index',
        'pack/index',
        'booking/index',
        'bookings/index',
      ],
    },
    {
      root: 'packages/account',
      pages: [
        'profile/index',
        'privacy/index',
        'tier/index',
        'paidCard/index',
        'family/index',
        'causes/index',
        'race/index',
        'inbox/index',
        'notices/index',
      ],
    },
    { root: 'packages/invite', pages: ['mine/index', 'open/index'] },
    {
      root: 'packages/games',
      pages: ['pool/index', 'odds/index', 'winners/index', 'verify/index', 'quiz/index', 'riddle/index', 'jigsaw/index'],
    },
    {
      root: 'packages/staff',
      pages: [
        'till/index',
        'refund/index',
        'shift/index',
        'codes/index',
        'groups/index',
        'reviews/index',
        'pictures/index',
        'jobs/index',
        'settings/index',
        'bookings/index',
      ],
    },
  ],
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '灯火会员',
    navigationBarTextStyle: themed('barText', 'black'),
    navigationBarBackgroundColor: themed('paper', '#FBF7F2'),
    backgroundColor: themed('paper', '#FBF7F2'),
    backgroundTextStyle: themed('pullText', 'dark'),
  },
  tabBar: {
    custom: true,
    color: themed('ink2', '#5F564F'),
    selectedColor: themed('silk', '#C8321F'),
    backgroundColor: themed('surface', '#FFFFFF'),
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/play/index', text: '玩' },
      { pagePath: 'pages/rewards/index', text: '福利' },
      { pagePath: 'pages/mine/index', text: '我的' },
    ],
  },
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['packages/wallet'] } },
  animation: false,
  lazyCodeLoading: 'requiredComponents',
  ...(onPhone ? { darkmode: true, themeLocation: 'theme.json' } : {}),
});
