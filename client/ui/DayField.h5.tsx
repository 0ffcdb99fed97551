import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import type { DayFieldProps } from './DayFieldProps';
import { choicesFor, type DayPart, type DayParts, dayOfParts, partsOf } from './dayParts';
import './DayField.scss';

const orders = { zh: ['year', 'month', 'date'], en: ['date', 'month', 'year'] } as const satisfies Record<string, readonly DayPart[]>;

/** A day, chosen part by part from lists in the program's own language, whatever the browser's is; the keyboard can use them. */
export function DayField({ label, value, earliest, latest, disabled, note, onChange }: DayFieldProps): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.house.day;
  const [parts, setParts] = useState(() => partsOf(value));
  const choose = (part: DayPart, chosen: string): void => {
    const next = { ...parts, [part]: chosen };
    const offered = (each: DayPart, given: DayParts): DayParts =>
      choicesFor(each, given, earliest, latest).includes(given[each]) ? given : { ...given, [each]: '' };
    // The 31st goes when the month has 30 days.
    const whole = offered('date', offered('month', next));
    setParts(whole);
    onChange(dayOfParts(whole, earliest, latest));
  };
  return (
    <div className="day-field" role="group" aria-label={label}>
      <div className="day-field__label">{label}</div>
      <div className="day-field__parts">
        {orders[language].map((part) => (
          <select
            key={part}
            className={`day-field__input day-field__input--${part}`}
            aria-label={`${label} ${words.parts[part]}`}
            value={parts[part]}
            disabled={disabled}
            onChange={(event) => choose(part, event.target.value)}
          >
            <option value="">{words.parts[part]}</option>
            {choicesFor(part, parts, earliest, latest).map((each) => (
              <option key={each} value={each}>
                {words[part](Number(each))}
              </option>
            ))}
          </select>
        ))}
      </div>
      <div className="note">{note}</div>
    </div>
  );
}
