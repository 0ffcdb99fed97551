import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { routes } from './navigate';
import type { ShareCard } from './types';

/** What WeChat sends when the person shares this page: the card given, or the home page when there is none. */
export function useShareCard(card: ShareCard | null): void {
  const query = Object.entries(card?.query ?? {})
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const picture = card?.imageUrl === undefined ? {} : { imageUrl: card.imageUrl };
  useShareAppMessage(() => {
    if (card === null) return { path: routes.home };
    return { title: card.title, path: `${routes[card.route]}?${query}`, ...picture };
  });
  // Moments open the very page that was put there, so only pages whose configuration says so may be.
  useShareTimeline(() => (card === null ? {} : { title: card.title, query, ...picture }));
}
