import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { frame } from '@/platform/frame';
import { aria } from '@/ui/aria';
import './Greeting.scss';

interface GreetingProps {
  /** Wall-clock hour of programme time, 0 … 23. */
  readonly hour: number;
  /** Null while it is not known yet. */
  readonly nickname: string | null;
  readonly children?: ReactNode;
}

const partOfDay = (hour: number): 'night' | 'morning' | 'noon' | 'afternoon' | 'evening' => {
  if (hour < 5 || hour >= 23) return 'night';
  if (hour < 11) return 'morning';
  if (hour < 13) return 'noon';
  return hour < 18 ? 'afternoon' : 'evening';
};

/** The head of the home screen: a greeting for the time of day and the member's name. */
export function Greeting({ hour, nickname, children }: GreetingProps): ReactNode {
  const { copy } = useSpeech();
  const { statusBarPx, capsulePx } = frame();
  return (
    <View className="greeting" style={{ paddingTop: `${statusBarPx}px`, paddingRight: `${capsulePx}px` }} {...aria({ role: 'banner' })}>
      <View className="greeting__row">
        <View className="grow" {...aria({ role: 'heading', level: 1 })}>
          <View className="note">{copy.member.greeting[partOfDay(hour)]}</View>
          <View className="greeting__name">{nickname === '' || nickname === null ? copy.member.friend : nickname}</View>
        </View>
        {children}
      </View>
    </View>
  );
}
