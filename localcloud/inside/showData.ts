import { askControl } from './askControl';
import { button, element, table } from './element';

interface Collection {
  readonly name: string;
  readonly count: number;
  readonly indexes: readonly {
    readonly name: string;
    readonly unique: boolean;
    readonly keys: Readonly<Record<string, number | string>>;
  }[];
}

const pageCount = 20;
const summaryMaxCount = 160;
/** JavaScript knows no instant further off. */
const instantMaxMs = 8.64e15;

type Act = (work: () => Promise<unknown>) => void;

/** All collections with their counts and indexes. */
export async function showCollections(): Promise<HTMLElement> {
  const { collections } = (await askControl('inside/collections')) as unknown as { collections: Collection[] };
  const rows = collections.map(({ name, count, indexes }) => [
    element('a', { href: `#/data/${encodeURIComponent(name)}` }, name),
    count,
    element('code', {}, indexes.map((index) => `${index.name} ${JSON.stringify(index.keys)}${index.unique ? ' unique' : ''}`).join('; ')),
  ]);
  return element(
    'div',
    {},
    element('h2', {}, 'Collections'),
    table(['Name', '#Documents', 'Indexes'], rows, 'There are no collections yet.'),
  );
}

/** The documents of one collection: a query and an order in JSON, a page at a time, each document whole when opened. */
export async function showDocuments(collection: string, act: Act): Promise<HTMLElement> {
  const query = element('input', { name: 'query', placeholder: '{"name": "Anna"}', autocomplete: 'off', spellcheck: 'false' });
  const sort = element('input', { name: 'sort', placeholder: '{"at": -1}', autocomplete: 'off', spellcheck: 'false' });
  const list = element('section', { 'aria-live': 'polite' });
  const turn = async (skip: number): Promise<void> => {
    const asked = { collection, query: query.value, sort: sort.value, skip, limit: pageCount };
    const answer = (await askControl('inside/documents', asked)) as { total: number; documents: Record<string, unknown>[] };
    list.replaceChildren(...page(answer, skip, (next) => act(() => turn(next))));
  };
  const form = element(
    'form',
    {},
    element('label', {}, 'Query (JSON)', query),
    element('label', {}, 'Order (JSON)', sort),
    element('button', {}, 'Find'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(() => turn(0));
  });
  await turn(0);
  return element('div', {}, element('h2', {}, collection), form, list);
}

function page(answer: { total: number; documents: Record<string, unknown>[] }, skip: number, turn: (skip: number) => void): HTMLElement[] {
  const { total, documents } = answer;
  if (documents.length === 0)
    return [element('p', { class: 'hint' }, total === 0 ? 'Nothing matches.' : `There are ${total} documents, none here.`)];
  const where = element('p', { class: 'hint' }, `${skip + 1} to ${skip + documents.length} of ${total} `);
  if (skip > 0)
    where.append(
      button('Earlier', () => turn(Math.max(0, skip - pageCount))),
      ' ',
    );
  if (skip + documents.length < total) where.append(button('Later', () => turn(skip + pageCount)));
  return [where, ...documents.map(showDocument)];
}

/** Instants as people read them; everything else stays extended JSON. */
function readable(_name: string, value: unknown): unknown {
  const ms = isInstant(value) ? Number(value.$date.$numberLong) : Number.NaN;
  return Math.abs(ms) <= instantMaxMs ? { $date: new Date(ms).toISOString() } : value;
}

function isInstant(value: unknown): value is { readonly $date: { readonly $numberLong: string } } {
  if (typeof value !== 'object' || value === null || !('$date' in value)) return false;
  return typeof value.$date === 'object' && value.$date !== null && '$numberLong' in value.$date;
}

function showDocument(document: Record<string, unknown>): HTMLElement {
  const line = JSON.stringify(document, readable);
  const summary = line.length > summaryMaxCount ? `${line.slice(0, summaryMaxCount)}…` : line;
  return element(
    'details',
    {},
    element('summary', {}, element('code', {}, summary)),
    element('pre', {}, JSON.stringify(document, readable, 2)),
  );
}
