import { useShareAppMessage } from '@tarojs/taro';
import { routes } from './navigate';
import type { ShareCard } from './types';

/** What WeChat sends when the person shares this page: the card given, or the home page when there is none. */
export function useShareCard(card: ShareCard | null): void {
  useShareAppMessage(() => {
    if (card === null) return { path: routes.home };
    const pairs = Object.entries(card.query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return { title: card.title, path: `${routes[card.route]}?${pairs.join('&')}` };
  });
}
