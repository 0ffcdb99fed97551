/** Long enough after the first screen not to stand in its way. */
const afterFirstScreenMs = 1_500;

/** The mark set once every page is there, to be seen in the browser's own timings. */
const pagesWarm = 'pages-warm';

/** Fetches the other pages once the first one stands, so that every screen opens without network afterwards, the code before all. */
export function warmPages(): void {
  const pages = [
    () => import('./pages/code/index'),
    () => import('./pages/home/index'),
    () => import('./pages/rewards/index'),
    () => import('./pages/mine/index'),
    () => import('./pages/play/index'),
    () => import('./packages/wallet/pickup/index'),
    () => import('./packages/wallet/statement/index'),
    () => import('./packages/wallet/calendar/index'),
    () => import('./packages/account/profile/index'),
    () => import('./packages/account/privacy/index'),
    () => import('./packages/account/inbox/index'),
    () => import('./packages/account/notices/index'),
    () => import('./packages/account/tier/index'),
    () => import('./packages/account/causes/index'),
    () => import('./packages/account/race/index'),
    () => import('./packages/invite/mine/index'),
    () => import('./packages/games/pool/index'),
    () => import('./packages/games/odds/index'),
    () => import('./packages/games/winners/index'),
    () => import('./packages/games/verify/index'),
    () => import('./packages/staff/till/index'),
  ];
  const warm = async (): Promise<void> => {
    for (const page of pages) await page();
    performance.mark(pagesWarm);
  };
  // What could not be fetched now is fetched when it is opened.
  setTimeout(() => void warm().catch(() => undefined), afterFirstScreenMs);
}
