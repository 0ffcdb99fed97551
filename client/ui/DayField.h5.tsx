import type { ReactNode } from 'react';
import type { DayFieldProps } from './DayFieldProps';
import './DayField.scss';

/** A day, chosen with the browser's own calendar, which the keyboard can use. */
export function DayField({ label, value, earliest, latest, disabled, note, onChange }: DayFieldProps): ReactNode {
  return (
    <div className="day-field">
      <div className="day-field__label">{label}</div>
      <input
        className="day-field__input"
        type="date"
        aria-label={label}
        value={value}
        min={earliest}
        max={latest}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="note">{note}</div>
    </div>
  );
}
