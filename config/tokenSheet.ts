import tokens from '../client/ui/tokens.json';

const map = (name: string, values: Readonly<Record<string, string>>): string =>
  `$${name}: (${Object.entries(values)
    .map(([key, value]) => `'${key}': (${value})`)
    .join(', ')});`;

/** The tokens (`client/ui/tokens.json`) as Sass maps, put in front of every style sheet; `tokens.scss` makes CSS variables of them. */
export function tokenSheet(): string {
  const motion = Object.fromEntries(Object.entries(tokens.motionMs).map(([name, ms]) => [`motion-${name}`, `${ms}ms`]));
  return [map('light', tokens.light), map('dark', tokens.dark), map('constant', { ...tokens.night, ...tokens.sizes, ...motion }), ''].join(
    '\n',
  );
}
