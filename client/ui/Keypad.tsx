import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from './aria';
import { Icon } from './Icon';
import { Pressable } from './Pressable';
import './Keypad.scss';

const rows = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0', 'delete'] as const;
export type KeypadKey = (typeof rows)[number];

interface KeypadProps {
  readonly label: string;
  readonly onKey: (key: KeypadKey) => void;
}

/** Large keys for an amount. */
export function Keypad({ label, onKey }: KeypadProps): ReactNode {
  const { copy } = useSpeech();
  const nameOf = { '.': copy.purchase.key.dot, delete: copy.purchase.key.delete } as const;
  return (
    <View className="keypad" {...aria({ role: 'group', label })}>
      {rows.map((key) => (
        <Pressable
          key={key}
          className="keypad__key num"
          label={key === '.' || key === 'delete' ? nameOf[key] : key}
          onPress={() => onKey(key)}
        >
          {key === 'delete' ? <Icon name="erase" /> : key}
        </Pressable>
      ))}
    </View>
  );
}
