import { View } from '@tarojs/components';
import type { CSSProperties, ReactNode } from 'react';
import { aria } from './aria';
import { type IconName, iconUrl } from './icons';
import './Icon.scss';

interface IconProps {
  readonly name: IconName;
  readonly size?: 'small' | 'normal' | 'large';
}

/** A line icon in the text's colour. Never says anything by itself: the name stands beside it or on what holds it. */
export function Icon({ name, size = 'normal' }: IconProps): ReactNode {
  // A CSS variable, because the mini-program's style drops prefixed mask properties.
  const style = { '--icon': iconUrl(name) } as CSSProperties;
  return <View className={`icon icon--${size}`} style={style} {...aria({ hidden: true })} />;
}
