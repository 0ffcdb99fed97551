import { askControl } from './askControl';
import { element, instant, table } from './element';

interface Call {
  readonly functionName: string;
  readonly requestId: string;
  readonly atMs: number;
  readonly ms: number;
  readonly operations: number;
  readonly error?: string;
}

interface Line {
  readonly functionName: string;
  readonly atMs: number;
  readonly text: string;
}

/** The last calls of functions and what they printed, newest first. */
export async function showCalls(): Promise<HTMLElement> {
  const { calls, lines } = (await askControl('inside/calls')) as unknown as { calls: Call[]; lines: Line[] };
  const rows = calls.map((call) => [
    instant(call.atMs),
    call.functionName,
    call.ms.toFixed(1),
    call.operations,
    element('span', call.error === undefined ? {} : { class: 'bad' }, call.error ?? 'done'),
    element('code', {}, call.requestId),
  ]);
  const printed = lines.map((line) => [instant(line.atMs), line.functionName, element('pre', {}, line.text)]);
  return element(
    'div',
    {},
    element('h2', {}, 'Calls'),
    table(['Began (UTC)', 'Function', '#ms', '#Operations', 'Outcome', 'Request'], rows, 'No function was called yet.'),
    element('h2', {}, 'Printed'),
    table(['At (UTC)', 'Function', 'Text'], printed, 'No function printed anything yet.'),
  );
}
