import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { Segmented } from '@/ui/Segmented';

const options = [
  { value: 'light', text: '浅色' },
  { value: 'dark', text: '深色' },
  { value: 'phone', text: '跟随手机' },
] as const;
type Choice = (typeof options)[number]['value'];

function Choosing() {
  const [value, setValue] = useState<Choice>('light');
  return <Segmented label="外观" value={value} options={options} onChange={setValue} />;
}

const chosen = (): string | null =>
  screen.getAllByRole('radio').find((each) => each.getAttribute('aria-checked') === 'true')?.textContent ?? null;

test('the arrow keys go on to the next choice, round the end, and take the focus along', () => {
  render(<Choosing />);
  const press = (key: string): boolean => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  screen.getByRole('radio', { name: '浅色' }).focus();
  press('ArrowRight');
  expect([chosen(), document.activeElement?.textContent]).toEqual(['深色', '深色']);
  press('ArrowDown');
  press('ArrowRight');
  expect(chosen()).toBe('浅色');
  press('ArrowLeft');
  expect(chosen()).toBe('跟随手机');
});
