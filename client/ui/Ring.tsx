import { View } from '@tarojs/components';
import type { CSSProperties, ReactNode } from 'react';
import { aria } from './aria';
import './Ring.scss';

/** A ring that runs out; `part` is what is left, 0 … 1. */
export function Ring({ part }: { readonly part: number }): ReactNode {
  const style = { '--part': `${Math.round(part * 360)}deg` } as CSSProperties;
  return <View className="ring" style={style} {...aria({ hidden: true })} />;
}
