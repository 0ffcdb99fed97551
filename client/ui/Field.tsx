import { Input } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import './Field.scss';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** What is wrong with it, said under the field. */
  readonly wrong?: string | undefined;
  /** Digits only bring the number pad. */
  readonly digits?: boolean;
  readonly lengthMax: number;
  readonly onConfirm?: () => void;
}

const onPhone = process.env.TARO_ENV === 'weapp';

/** A line of text with its label above. */
export function Field({ label, value, onChange, hint = '', wrong, digits = false, lengthMax, onConfirm }: FieldProps): ReactNode {
  // Taro's browser input hands these to the real input element inside; on the outer one they would say nothing.
  const native = { nativeProps: { 'aria-label': label, ...(digits ? { inputmode: 'numeric' } : {}) } };
  return (
    <View className="field">
      <View className="field__label">{label}</View>
      <Input
        className={`field__input ${wrong === undefined ? '' : 'field__input--wrong'}`}
        type={digits && onPhone ? 'number' : 'text'}
        value={value}
        placeholder={hint}
        maxLength={lengthMax}
        onChange={onChange}
        {...(onConfirm === undefined ? {} : { onConfirm })}
        {...native}
        {...(onPhone ? aria({ label }) : {})}
      />
      {wrong !== undefined && <View className="field__wrong">{wrong}</View>}
    </View>
  );
}
