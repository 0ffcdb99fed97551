import { act, fireEvent, render, screen } from '@testing-library/react';
import { Button } from '@/ui/Button';

/** A press whose answer the test gives. */
function slowPress(): { readonly press: jest.Mock<Promise<void>>; readonly answer: () => Promise<void> } {
  let give: () => void = () => undefined;
  const press = jest.fn(() => new Promise<void>((resolve) => (give = resolve)));
  const answer = (): Promise<void> =>
    act(async () => {
      give();
      await Promise.resolve();
    });
  return { press, answer };
}

test('is busy until the answer is there and cannot be pressed twice', async () => {
  const { press, answer } = slowPress();
  render(<Button onPress={press}>打卡</Button>);
  const button = screen.getByRole('button', { name: '打卡' });
  fireEvent.click(button);
  fireEvent.click(button);
  fireEvent.keyDown(button, { key: 'Enter' });
  expect(press).toHaveBeenCalledTimes(1);
  expect(button.getAttribute('aria-busy')).toBe('true');
  await answer();
  expect(button.getAttribute('aria-busy')).toBeNull();
  fireEvent.click(button);
  expect(press).toHaveBeenCalledTimes(2);
});

test.each(['Enter', ' '])('is pressed by the key %p, and by no other', async (key) => {
  const { press, answer } = slowPress();
  render(<Button onPress={press}>打卡</Button>);
  const button = screen.getByRole('button', { name: '打卡' });
  fireEvent.keyDown(button, { key: 'a' });
  expect(press).not.toHaveBeenCalled();
  fireEvent.keyDown(button, { key });
  expect(press).toHaveBeenCalledTimes(1);
  await answer();
});

test('cannot be pressed or reached while it is disabled', () => {
  const press = jest.fn();
  render(
    <Button onPress={press} disabled>
      打卡
    </Button>,
  );
  const button = screen.getByRole('button', { name: '打卡' });
  fireEvent.click(button);
  fireEvent.keyDown(button, { key: 'Enter' });
  expect(press).not.toHaveBeenCalled();
  expect([button.getAttribute('aria-disabled'), button.getAttribute('tabindex')]).toEqual(['true', '-1']);
});
