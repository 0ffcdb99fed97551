import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { frame } from '@/platform/frame';
import { back, open } from '@/platform/navigate';
import { aria } from './aria';
import { IconButton } from './IconButton';
import './TopBar.scss';

interface TopBarProps {
  readonly title: string;
  readonly tone?: 'paper' | 'night';
  readonly withBack: boolean;
  readonly withCode: boolean;
}

/** The bar of a screen: the way back, its name, and the member code one tap away. */
export function TopBar({ title, tone = 'paper', withBack, withCode }: TopBarProps): ReactNode {
  const { copy } = useSpeech();
  const { statusBarPx, barPx, capsulePx } = frame();
  const style = { paddingTop: `${statusBarPx}px`, height: `${barPx + statusBarPx}px` };
  return (
    <View className={`top-bar top-bar--${tone}`} style={style} {...aria({ role: 'banner' })}>
      <View className="top-bar__row">
        <View className="top-bar__side">
          {withBack && <IconButton icon="back" label={copy.house.back} onPress={back} />}
          {withCode && capsulePx > 0 && <CodeKey label={copy.house.showCode} />}
        </View>
        <View className="top-bar__title" {...aria({ role: 'heading', level: 1 })}>
          {title}
        </View>
        <View className="top-bar__side top-bar__side--end">{withCode && capsulePx === 0 && <CodeKey label={copy.house.showCode} />}</View>
      </View>
    </View>
  );
}

function CodeKey({ label }: { readonly label: string }): ReactNode {
  return <IconButton icon="code" label={label} onPress={() => open('code')} />;
}
