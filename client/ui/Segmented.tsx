import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { Pressable } from './Pressable';
import './Segmented.scss';

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
  /** `tabs` switch what is shown below, `choice` chooses a setting. */
  readonly kind?: 'tabs' | 'choice';
}

/** A few choices side by side, one of them chosen. */
export function Segmented<Value extends string>({ label, value, options, onChange, kind = 'choice' }: SegmentedProps<Value>): ReactNode {
  const tabs = kind === 'tabs';
  return (
    <View className={`segmented segmented--${kind}`} {...aria({ role: tabs ? 'tablist' : 'radiogroup', label })}>
      {options.map((option) => {
        const chosen = option.value === value;
        return (
          <Pressable
            key={option.value}
            role={tabs ? 'tab' : 'radio'}
            className={`segmented__one ${chosen ? 'segmented__one--on' : ''}`}
            state={tabs ? { selected: chosen } : { checked: chosen }}
            onPress={() => onChange(option.value)}
          >
            {option.text}
          </Pressable>
        );
      })}
    </View>
  );
}
