import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { useTitle } from '@/platform/title';
import type { Tab } from '@/platform/navigate';
import { themeChoice, themeClass } from '@/platform/theme';
import { aria } from './aria';
import { TabBar } from './TabBar';
import { ToastHost } from './ToastHost';
import { TopBar } from './TopBar';
import './Screen.scss';

interface ScreenProps {
  /** The screen's name, also the browser's title. */
  readonly title: string;
  /** Drawn instead of the plain bar (the home greeting). */
  readonly bar?: ReactNode;
  /** The tab this screen is; other screens have a way back instead. */
  readonly tab?: Tab;
  readonly tone?: 'paper' | 'night';
  readonly width?: 'phone' | 'wide';
  /** Whether the member code is one tap away in the bar. */
  readonly withCode?: boolean;
  readonly children: ReactNode;
}

/** The frame of every screen: theme, bar, the one main part, tabs. */
export function Screen(props: ScreenProps): ReactNode {
  const { title, bar, tab, tone = 'paper', width = 'phone', withCode = true, children } = props;
  const { copy } = useSpeech();
  const theme = useCell(themeChoice);
  useTitle(`${title} · ${copy.house.name}`);
  const tabbed = tab === undefined ? '' : 'screen--tabbed';
  return (
    <View className={`screen screen--${tone} screen--${width} ${tabbed} ${themeClass(theme)}`}>
      {bar ?? <TopBar title={title} tone={tone} withBack={tab === undefined} withCode={withCode} />}
      <View className="screen__main" {...aria({ role: 'main' })}>
        {children}
      </View>
      {tab !== undefined && <TabBar current={tab} />}
      <ToastHost />
    </View>
  );
}
