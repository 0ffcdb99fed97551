import { Checkbox } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { onKeyPress } from './keyPress';
import './CheckBox.scss';

interface CheckBoxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Stands beside the box and is not part of it, such as a link to the text agreed to. */
  readonly beside?: ReactNode;
}

/** A box to tick; never ticked for anybody. */
export function CheckBox({ label, checked, onChange, beside }: CheckBoxProps): ReactNode {
  return (
    <View className="check-box">
      <Checkbox
        checked={checked}
        onChange={onChange}
        label={label}
        {...onKeyPress(() => onChange(!checked))}
        {...aria({ role: 'checkbox', checked, label })}
      />
      {beside}
    </View>
  );
}
