import type { TierId } from '@shared/tier/types';
import { View } from '@tarojs/components';
import type { CSSProperties, ReactNode } from 'react';
import { aria } from '@/ui/aria';
import './TierOrnament.scss';

/** Each tier's own drawing, in a box of 80 × 110, one line in gold. */
const drawings: Readonly<Record<TierId, string>> = {
  firefly:
    '<circle cx="44" cy="34" r="4"/><circle cx="44" cy="34" r="11"/><circle cx="20" cy="58" r="2.5"/><circle cx="20" cy="58" r="7"/>' +
    '<circle cx="60" cy="72" r="3"/><circle cx="60" cy="72" r="8.5"/>' +
    '<path d="M8 108c4-22 8-30 16-40M30 108c0-18 4-26 10-34M52 108c-2-12 0-18 6-26"/>',
  candle:
    '<path d="M40 14c10 12 12 18 12 24a12 12 0 0 1-24 0c0-6 2-12 12-24zM40 26c5 7 6 10 6 13a6 6 0 0 1-12 0c0-3 1-6 6-13z"/>' +
    '<path d="M40 50v6M28 56h24v40H28zM20 96h40v6H20zM28 64c4 4 4 8 4 12M52 60c-3 3-3 9-3 12"/>',
  lantern:
    '<path d="M40 4v10M26 14h28M22 20c-14 10-14 38 0 48h36c14-10 14-38 0-48zM26 74h28M40 74v16M34 90h12M36 90v14M44 90v14"/>' +
    '<path d="M40 20v48M30 20c-6 12-6 36 0 48M50 20c6 12 6 36 0 48"/>',
  galaxy:
    '<path d="M40 14l4 12 12 4-12 4-4 12-4-12-12-4 12-4zM64 50l2 6 6 2-6 2-2 6-2-6-6-2 6-2zM18 58l2 5 5 2-5 2-2 5-2-5-5-2 5-2z"/>' +
    '<path d="M6 96c20-14 48-14 68 0M14 104c16-10 36-10 52 0M28 88c8-3 16-3 24 0"/>' +
    '<circle cx="62" cy="24" r="1.5"/><circle cx="20" cy="34" r="1.5"/>',
};

const line = 'fill="none" stroke="black" stroke-width="1.1" stroke-linecap="round" stroke-linejoin="round"';

/** The ornament in the corner of the card: one drawing a tier, so that a tier is not told by its colour alone. */
export function TierOrnament({ tier }: { readonly tier: TierId }): ReactNode {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 110" ${line}>${drawings[tier]}</svg>`;
  const style = { '--ornament': `url("data:image/svg+xml,${encodeURIComponent(svg)}")` } as CSSProperties;
  return <View className="tier-ornament" style={style} {...aria({ hidden: true })} />;
}
