import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { type Aria, aria } from './aria';
import { onKeyPress } from './keyPress';
import './Pressable.scss';

export interface PressableProps {
  readonly onPress: () => void;
  readonly children?: ReactNode;
  readonly className?: string;
  /** The accessible name, where the content does not say it. */
  readonly label?: string;
  readonly role?: 'button' | 'link' | 'tab' | 'radio' | 'checkbox' | 'switch';
  readonly disabled?: boolean;
  readonly state?: Pick<Aria, 'checked' | 'selected' | 'busy' | 'current'>;
  readonly id?: string;
  /** False takes it out of the keyboard's way, as all but the chosen tab of a list are. */
  readonly reachable?: boolean;
}

/** Anything that can be tapped: by finger, by mouse, and in a browser by Enter and the space bar. */
export function Pressable(props: PressableProps): ReactNode {
  const { onPress, children, className = '', label, role = 'button', disabled = false, state = {}, id, reachable = true } = props;
  const press = (): void => {
    if (!disabled) onPress();
  };
  const keyboard = {
    tabindex: disabled || !reachable ? -1 : 0,
    ...onKeyPress(press, role === 'radio' || role === 'tab' ? role : undefined),
  };
  return (
    <View
      className={`pressable ${className}`}
      hoverClass={disabled ? 'none' : 'pressable--pressed'}
      hoverStayTime={80}
      onClick={press}
      {...(id === undefined ? {} : { id })}
      {...(process.env.TARO_ENV === 'weapp' ? {} : keyboard)}
      {...aria({ role, ...(label === undefined ? {} : { label }), ...(disabled ? { disabled } : {}), ...state })}
    >
      {children}
    </View>
  );
}
