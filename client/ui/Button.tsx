import { View } from '@tarojs/components';
import { type ReactNode, useRef, useState } from 'react';
import { Pressable } from './Pressable';
import './Button.scss';

interface ButtonProps {
  readonly children: ReactNode;
  /** While the promise it gives is open the button is busy and cannot be pressed again. */
  readonly onPress: (() => void) | (() => Promise<unknown>);
  readonly tone?: 'silk' | 'tint' | 'plain' | 'cream' | 'night';
  readonly size?: 'full' | 'small';
  readonly disabled?: boolean;
  readonly label?: string;
  readonly id?: string;
}

/** The button: busy until the answer is there. */
export function Button(props: ButtonProps): ReactNode {
  const { children, onPress, tone = 'silk', size = 'full', disabled = false, label, id } = props;
  const [busy, setBusy] = useState(false);
  const pressing = useRef(false);
  const press = (): void => {
    // The ref closes the gap until React has drawn the busy state: two taps in one frame are one.
    if (pressing.current) return;
    const work: unknown = onPress();
    if (!(work instanceof Promise)) return;
    pressing.current = true;
    setBusy(true);
    void work.finally(() => {
      pressing.current = false;
      setBusy(false);
    });
  };
  return (
    <Pressable
      className={`button button--${tone} button--${size} ${busy ? 'button--busy' : ''} ${disabled ? 'button--disabled' : ''}`}
      onPress={press}
      disabled={disabled}
      state={busy ? { busy } : {}}
      {...(label === undefined ? {} : { label })}
      {...(id === undefined ? {} : { id })}
    >
      <View className="button__content">{children}</View>
      {busy && <View className="button__dots" />}
    </Pressable>
  );
}
