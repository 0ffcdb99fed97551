type Child = Node | string | number | undefined;

/** Makes an element. Text stays text: nothing of the data is ever read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== undefined).map((child) => (typeof child === 'number' ? String(child) : child)));
  return made;
}

/** A button that does something. */
export function button(label: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, label);
  made.addEventListener('click', act);
  return made;
}

/** A table. Columns whose name begins with `#` hold numbers. Without rows, a sentence stands in its place. */
export function table(columns: readonly string[], rows: readonly (readonly Child[])[], empty: string): HTMLElement {
  if (rows.length === 0) return element('p', { class: 'hint' }, empty);
  const look = (index: number): Record<string, string> => (columns[index]?.startsWith('#') === true ? { class: 'number' } : {});
  const head = columns.map((name, index) => element('th', { scope: 'col', ...look(index) }, name.replace('#', '')));
  const body = rows.map((row) => element('tr', {}, ...row.map((cell, index) => element('td', look(index), cell))));
  const made = element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...body));
  return element('div', { class: 'wide' }, made);
}

/** An instant (epoch ms) in UTC, to the second. */
export function instant(ms: number): string {
  return new Date(ms).toISOString().replace('T', ' ').slice(0, 19);
}
