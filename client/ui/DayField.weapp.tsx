import { DatePicker } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import type { DayFieldProps } from './DayFieldProps';
import { Pressable } from './Pressable';
import './DayField.scss';

const two = (value: number): string => String(value).padStart(2, '0');
const dayText = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
const dateOf = (day: string): Date => new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
/** Where the wheels stand when no day was given. */
const usualDay = '1995-01-01';

/** A day, chosen on the phone's wheels. */
export function DayField({ label, value, earliest, latest, disabled, note, onChange }: DayFieldProps): ReactNode {
  const { copy } = useSpeech();
  const [choosing, setChoosing] = useState(false);
  return (
    <View className="day-field">
      <View className="day-field__label">{label}</View>
      <Pressable className="day-field__input" disabled={disabled} onPress={() => setChoosing(true)}>
        {value === '' ? copy.member.profile.birthdayUnset : value}
      </Pressable>
      <View className="note">{note}</View>
      <DatePicker
        title={label}
        visible={choosing}
        type="date"
        startDate={dateOf(earliest)}
        endDate={dateOf(latest)}
        defaultValue={dateOf(value === '' ? usualDay : value)}
        onClose={() => setChoosing(false)}
        onConfirm={(_options, values) => {
          setChoosing(false);
          const [year = 0, month = 1, date = 1] = values.map(Number);
          onChange(dayText(new Date(year, month - 1, date)));
        }}
      />
    </View>
  );
}
