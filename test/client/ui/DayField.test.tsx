import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { en } from '@/copy/en';
import { DayField } from '@/ui/DayField';

// A browser without a wish of its own is answered in English.
const { parts } = en.house.day;
const chosen = jest.fn<undefined, [string]>();

function Form({ first = '' }: { readonly first?: string }) {
  const [day, setDay] = useState(first);
  const change = (next: string): void => {
    setDay(next);
    chosen(next);
  };
  return <DayField label="Birthday" value={day} earliest="1906-11-22" latest="2012-11-22" disabled={false} note="" onChange={change} />;
}

const list = (part: keyof typeof parts) => screen.getByRole<HTMLSelectElement>('combobox', { name: `Birthday ${parts[part]}` });
const choose = (part: keyof typeof parts, value: string) => fireEvent.change(list(part), { target: { value } });
const offered = (part: keyof typeof parts) => [...list(part).options].slice(1).map(({ text }) => text);

beforeEach(() => chosen.mockClear());

test('a day is chosen part by part in the program’s language, and counts once it is whole', () => {
  render(<Form />);
  choose('year', '2000');
  choose('month', '02');
  expect(chosen.mock.calls.every(([day]) => day === '')).toBe(true);
  expect(offered('month')).toContain('February');
  expect(offered('date')).toHaveLength(29);
  choose('date', '29');
  expect(chosen).toHaveBeenLastCalledWith('2000-02-29');
  choose('year', '2001');
  expect(chosen).toHaveBeenLastCalledWith('');
  expect(list('date').value).toBe('');
});

test('only days within the bounds are offered', () => {
  render(<Form first="2012-11-22" />);
  expect([offered('year').at(0), offered('year').at(-1)]).toEqual(['2012', '1906']);
  expect(offered('month').at(-1)).toBe('November');
  expect(offered('date').at(-1)).toBe('22');
});
