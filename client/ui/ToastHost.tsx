import { View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { useCell } from '@/platform/createCell';
import { aria } from './aria';
import { Icon } from './Icon';
import { type Toast, toast } from './toast';
import './ToastHost.scss';

const shownMs: Readonly<Record<Toast['tone'], number>> = { joy: 2_200, said: 2_000, refused: 4_000 };
const iconOf = { joy: 'lantern', said: 'check', refused: 'warn' } as const;
const sparks = [1, 2, 3, 4, 5, 6] as const;

/** Shows the present toast and takes it away again. */
export function ToastHost(): ReactNode {
  const shown = useCell(toast);
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => toast.set(null), shownMs[shown.tone]);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <View className="toast-host" {...aria({ role: 'status', live: 'polite' })}>
      {shown !== null && (
        <View key={shown.number} className={`toast toast--${shown.tone}`}>
          <View className="toast__icon">
            <Icon name={iconOf[shown.tone]} />
            {shown.tone === 'joy' && sparks.map((spark) => <View key={spark} className={`toast__spark toast__spark--${spark}`} />)}
          </View>
          <View className="toast__text">{shown.text}</View>
        </View>
      )}
    </View>
  );
}
