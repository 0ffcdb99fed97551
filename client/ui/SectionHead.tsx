import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import './SectionHead.scss';

interface SectionProps {
  readonly title: string;
  readonly end?: ReactNode;
}

/** The head of a card or a part of a screen. */
export function SectionHead({ title, end }: SectionProps): ReactNode {
  return (
    <View className="section-head">
      <View className="section-head__title" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </View>
      {end !== undefined && <View className="note">{end}</View>}
    </View>
  );
}
