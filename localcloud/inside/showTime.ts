import { askControl } from './askControl';
import { button, element, instant, table } from './element';

interface Timer {
  readonly functionName: string;
  readonly name: string;
  readonly cron: string;
  readonly nextMs?: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The clock, shown, set and advanced, and the timers, each with a button that runs it now. `act` does, shows anew and says so. */
export async function showTime(act: (work: () => Promise<unknown>, done?: string) => void): Promise<HTMLElement> {
  const { nowMs, timers } = (await askControl('inside/timers')) as unknown as { nowMs: number; timers: Timer[] };
  const advance = (label: string, advanceMs: number): HTMLElement => button(label, () => act(() => askControl('clock', { advanceMs })));
  const rows = timers.map((timer) => {
    const run = button('Run now', () =>
      act(() => askControl('timer', { function: timer.functionName, timer: timer.name }), `The timer ${timer.name} ran.`),
    );
    run.setAttribute('aria-label', `Run now: ${timer.name}`);
    return [
      timer.functionName,
      timer.name,
      element('code', {}, timer.cron),
      timer.nextMs === undefined ? 'never' : instant(timer.nextMs),
      run,
    ];
  });
  return element(
    'div',
    {},
    element('h2', {}, 'Clock'),
    element('p', {}, 'It is ', element('strong', { id: 'now' }, instant(nowMs)), ' UTC in the cloud.'),
    clockForm(nowMs, act),
    element('p', {}, advance('A minute on', minuteMs), ' ', advance('An hour on', hourMs), ' ', advance('A day on', dayMs)),
    element('h2', {}, 'Timers'),
    table(['Function', 'Timer', 'Cron (UTC+8)', 'Next (UTC)', ''], rows, 'No function has a timer.'),
  );
}

function clockForm(nowMs: number, act: (work: () => Promise<unknown>) => void): HTMLElement {
  const field = element('input', { name: 'now', value: instant(nowMs), autocomplete: 'off' });
  const form = element('form', {}, element('label', {}, 'Set the clock (UTC)', field), element('button', {}, 'Set'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const setMs = Date.parse(`${field.value.trim().replace(' ', 'T')}Z`);
    act(() =>
      Number.isNaN(setMs) ? Promise.reject(new Error('Write an instant like 2030-01-31 09:00:00.')) : askControl('clock', { setMs }),
    );
  });
  return form;
}
