import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { open, type Tab, tabs } from '@/platform/navigate';
import { aria } from './aria';
import { Icon } from './Icon';
import { Pressable } from './Pressable';
import './TabBar.scss';

/** The four tabs at the foot of a tab screen. */
export function TabBar({ current }: { readonly current: Tab }): ReactNode {
  const { copy } = useSpeech();
  return (
    <View className="tab-bar" {...aria({ role: 'navigation' })}>
      <View className="tab-bar__row">
        {tabs.map((tab) => (
          <Pressable
            key={tab}
            role="link"
            className={`tab-bar__tab ${tab === current ? 'tab-bar__tab--on' : ''}`}
            label={copy.house.tabs[tab]}
            state={tab === current ? { current: 'page' } : {}}
            onPress={() => {
              if (tab !== current) open(tab);
            }}
          >
            <Icon name={tab} />
            <View className="tab-bar__text">{copy.house.tabs[tab]}</View>
          </Pressable>
        ))}
      </View>
    </View>
  );
}
