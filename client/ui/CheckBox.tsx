import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import { Pressable } from './Pressable';
import './CheckBox.scss';

interface CheckBoxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Stands beside the box and is not part of it, such as a link to the text agreed to. */
  readonly beside?: ReactNode;
}

/** A box to tick; never ticked for anybody. Ours, because NutUI's cannot be given a role that browsers know. */
export function CheckBox({ label, checked, onChange, beside }: CheckBoxProps): ReactNode {
  return (
    <View className="check-box">
      <Pressable role="checkbox" className="check-box__key" state={{ checked }} onPress={() => onChange(!checked)}>
        <View className={`check-box__square ${checked ? 'check-box__square--on' : ''}`}>
          {checked && <Icon name="check" size="small" />}
        </View>
        <View>{label}</View>
      </Pressable>
      {beside}
    </View>
  );
}
