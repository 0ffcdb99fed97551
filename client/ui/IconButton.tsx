import type { ReactNode } from 'react';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { Pressable } from './Pressable';
import './IconButton.scss';

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly disabled?: boolean;
}

/** A button that is only an icon; its name is for screen readers. */
export function IconButton({ icon, label, onPress, disabled = false }: IconButtonProps): ReactNode {
  return (
    <Pressable className={`icon-button ${disabled ? 'icon-button--off' : ''}`} label={label} onPress={onPress} disabled={disabled}>
      <Icon name={icon} />
    </Pressable>
  );
}
