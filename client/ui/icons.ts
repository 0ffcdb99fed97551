/** One family of line icons, 24 × 24, stroke 1.5; each is the content of its svg. */
export const icons = {
  home: '<path d="M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z"/>',
  play: '<path d="M12 3v2M8 5h8M7.5 7C3.8 10 3.8 16 7.5 19h9c3.7-3 3.7-9 0-12zM9.5 21.5h5M12 7v12"/>',
  rewards:
    '<path d="M4 11h16v9H4zM3 7.5h18V11H3zM12 7.5V20' +
    'M12 7.5C10 3 6 4 7 6.2c.5 1 2.2 1.3 5 1.3zm0 0c2-4.5 6-3.5 5-1.3-.5 1-2.2 1.3-5 1.3z"/>',
  mine: '<circle cx="12" cy="8" r="4"/><path d="M4 20.5c1-5.5 15-5.5 16 0"/>',
  code: '<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM17.5 17.5H20V20h-2.5zM14 18.5V20M18.5 14H20"/>',
  scan: '<path d="M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M4 12h16"/>',
  back: '<path d="M15 5l-7 7 7 7"/>',
  forward: '<path d="M9 5l7 7-7 7"/>',
  close: '<path d="M6 6l12 12M18 6L6 18"/>',
  check: '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
  moon: '<path d="M20 14.5A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.5 10.5z"/>',
  sun:
    '<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2' +
    'M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4"/>',
  offline:
    '<path d="M4 9a12 12 0 0 1 5-2.8M20 9a12 12 0 0 0-7-3M7 13a7.5 7.5 0 0 1 3-1.8' +
    'M17 13a7.5 7.5 0 0 0-1.5-1M10 16.5a3 3 0 0 1 4 0M12 20h.01M4 4l16 16"/>',
  warn: '<path d="M12 4l9 16H3zM12 10v4.5M12 17.5v.01"/>',
  calendar: '<path d="M4 6h16v14H4zM4 10h16M8 3.5V7M16 3.5V7"/>',
  statement: '<path d="M6 3.5h12v17l-3-2-3 2-3-2-3 2zM9 8.5h6M9 12.5h6"/>',
  star: '<path d="M12 3.5l2.5 5.7 6.2.6-4.7 4.1 1.4 6.1L12 16.8 6.6 20 8 13.9 3.3 9.8l6.2-.6z"/>',
  bag: '<path d="M5 8h14l-1 12.5H6zM9 8V6.5a3 3 0 0 1 6 0V8"/>',
  cup: '<path d="M5 9h12v6a5 5 0 0 1-5 5h-2a5 5 0 0 1-5-5zM17 10h2a2 2 0 0 1 0 5h-2M8 3v3M12 3v3"/>',
  book: '<path d="M6 3.5h12V21l-6-4.5L6 21zM9.5 8h5"/>',
  person: '<circle cx="12" cy="9" r="3.5"/><path d="M5.5 19.5c1-4.5 12-4.5 13 0"/><circle cx="12" cy="12" r="9.5"/>',
  shield: '<path d="M12 3l8 3v6c0 5-3.5 8-8 9.5C7.5 20 4 17 4 12V6zM8.5 12l2.5 2.5 4.5-5"/>',
  refresh: '<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.5M20 4.5v5h-5"/>',
  keypad: '<path d="M6 6h.01M12 6h.01M18 6h.01M6 12h.01M12 12h.01M18 12h.01M6 18h.01M12 18h.01M18 18h.01"/>',
  erase: '<path d="M8.5 6H20v12H8.5L3 12zM11.5 9.5l5 5M16.5 9.5l-5 5"/>',
  undo: '<path d="M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4"/>',
  copy: '<path d="M9 9h11v11H9zM15 9V4H4v11h5"/>',
  shop:
    '<path d="M4 10v10h16V10' +
    'M3 10l2-6h14l2 6c0 2.5-4 2.5-4.5 0-.5 2.5-4 2.5-4.5 0-.5 2.5-4 2.5-4.5 0-.5 2.5-4.5 2.5-4.5 0zM10 20v-5h4v5"/>',
  language: '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c-5 5-5 12 0 17 5-5 5-12 0-17z"/>',
  puzzle: '<path d="M4 8h4.5a2.5 2.5 0 1 1 4 0H17v4.5a2.5 2.5 0 1 1 0 4V20H4z"/>',
  question: '<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.8.4-1 .9-1 1.7M12 16.5v.01"/>',
  wheel: '<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="2"/><path d="M12 3.5V10M12 14v6.5M3.5 12H10M14 12h6.5"/>',
  picture: '<path d="M4 5h16v14H4zM4 16l5-5 4 4 3-2.5 4 3.5"/><circle cx="15.5" cy="9" r="1.5"/>',
  switch: '<path d="M7 4L3.5 7.5 7 11M3.5 7.5H17M17 13l3.5 3.5L17 20M20.5 16.5H7"/>',
  ticket: '<path d="M4 6h16v4a2 2 0 0 0 0 4v4H4v-4a2 2 0 0 0 0-4zM14 6v2.5M14 11v2M14 15.5V18"/>',
  card: '<path d="M3.5 6h17v12h-17zM3.5 10h17M7 14.5h4"/>',
  bell: '<path d="M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5zM10 19.5a2 2 0 0 0 4 0"/>',
  message: '<path d="M4 6h16v12H4zM4 7l8 6.5L20 7"/>',
  lantern: '<path d="M12 2.5V5M8 5h8M7.5 7C3.8 10 3.8 14.5 7.5 17.5h9c3.7-3 3.7-7.5 0-10.5zM9 17.5h6M12 17.5V22M10 19.5h4"/>',
} as const;

export type IconName = keyof typeof icons;

const cache = new Map<IconName, string>();

/** An icon as a CSS `url(…)`, for use as a mask so that it takes the text's colour. */
export function iconUrl(name: IconName): string {
  const kept = cache.get(name);
  if (kept !== undefined) return kept;
  const attributes = 'fill="none" stroke="black" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" ${attributes}>${icons[name]}</svg>`;
  const url = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  cache.set(name, url);
  return url;
}
