import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from './aria';
import './Skeleton.scss';

interface BoneProps {
  readonly width: 'full' | 'half' | 'third' | 'short';
  readonly height: 'line' | 'number' | 'button' | 'block';
}

/** A place that will hold something, in the layout it will have. */
export function Bone({ width, height }: BoneProps): ReactNode {
  return <View className={`bone bone--${width} bone--${height}`} />;
}

/** Wraps bones: says once that something is being fetched. */
export function Skeleton({ children }: { readonly children: ReactNode }): ReactNode {
  const { copy } = useSpeech();
  return (
    <View className="skeleton" {...aria({ role: 'status', busy: true })}>
      <View className="unseen">{copy.house.loading}</View>
      {children}
    </View>
  );
}
