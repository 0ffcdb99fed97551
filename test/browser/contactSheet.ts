export interface Picture {
  readonly pass: string;
  readonly name: string;
  readonly file: string;
  /** Why there is no picture, if there is none. */
  readonly trouble: string | undefined;
}

const style = `body { margin: 24px; font: 14px/1.5 sans-serif; background: #f4efe9; color: #1f1a17 }
section { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }
figure { margin: 0; width: 240px } figure.wide { width: 480px }
img { width: 100%; border-radius: 8px; box-shadow: 0 2px 10px #0002 } figcaption { padding: 4px 0 } .trouble { color: #b42318 }`;

/** One page (HTML) with all pictures side by side, pass after pass. */
export function contactSheet(pictures: readonly Picture[]): string {
  const passes = [...new Set(pictures.map(({ pass }) => pass))];
  const sections = passes.map(
    (pass) =>
      `<h2>${pass}</h2><section>${pictures
        .filter((picture) => picture.pass === pass)
        .map(figure)
        .join('')}</section>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Lantern, every screen</title><style>${style}</style><h1>Lantern, every screen</h1>${sections.join('')}`;
}

function figure({ pass, name, file, trouble }: Picture): string {
  const shown =
    trouble === undefined
      ? `<a href="${file}"><img src="${file}" alt="${name}" loading="lazy"></a>`
      : `<p class="trouble">${escape(trouble)}</p>`;
  return `<figure${pass.startsWith('wide') ? ' class="wide"' : ''}>${shown}<figcaption>${name}</figcaption></figure>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
