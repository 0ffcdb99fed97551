/** A field for one day, `YYYY-MM-DD`; empty when none is given. */
export interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly earliest: string;
  readonly latest: string;
  readonly disabled: boolean;
  /** What is to be known about it, under the field. */
  readonly note: string;
  readonly onChange: (day: string) => void;
}
