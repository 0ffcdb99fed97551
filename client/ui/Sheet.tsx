import { Popup } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from './aria';
import { IconButton } from './IconButton';
import { useModalFocus } from './useModalFocus';
import './Sheet.scss';

interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  /** Left out where the sheet must be answered. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

/** A sheet from below: one question, its answer, and a way out. In a browser the keyboard stays inside until it is closed. */
export function Sheet({ open, title, onClose, children }: SheetProps): ReactNode {
  const { copy } = useSpeech();
  const id = `sheet-${useId().replace(/\W/g, '')}`;
  useModalFocus(id, open, onClose);
  const close = onClose ?? ((): void => undefined);
  return (
    <Popup visible={open} position="bottom" round lockScroll destroyOnClose closeOnOverlayClick={onClose !== undefined} onClose={close}>
      <View id={id} className="sheet" {...aria({ role: 'dialog', modal: true, label: title })}>
        <View className="sheet__head">
          <View className="sheet__title" {...aria({ role: 'heading', level: 2 })}>
            {title}
          </View>
          {onClose !== undefined && <IconButton icon="close" label={copy.house.close} onPress={onClose} />}
        </View>
        {children}
      </View>
    </Popup>
  );
}
