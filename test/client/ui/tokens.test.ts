import theme from '../../../client/theme.json';
import tokens from '@/ui/tokens.json';

type Palette = Readonly<Record<string, string>>;

/** Relative luminance of `#RRGGBB` (WCAG 2.2). */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(palette: Palette, text: string, ground: string): number {
  const [one = 0, other = 0] = [text, ground].map((name) => luminance(palette[name] ?? '')).sort((a, b) => b - a);
  return (one + 0.05) / (other + 0.05);
}

const onGrounds = [
  ...['ink', 'ink-2', 'ink-3', 'good', 'warn', 'bad', 'silk-text'].flatMap((text) => [
    [text, 'paper'] as const,
    [text, 'surface'] as const,
  ]),
  ['ink', 'raised'],
  ['ink-2', 'raised'],
  ['ink-3', 'raised'],
  ['ink', 'chosen'],
  ['on-silk', 'silk'],
  ['silk-text', 'silk-tint'],
  ['bad', 'silk-tint'],
  ['good', 'good-tint'],
  ['warn', 'warn-tint'],
] as const;

describe.each(['light', 'dark'] as const)('in %s', (name) => {
  it.each(onGrounds)('%s is legible on %s', (text, ground) => {
    expect(contrast(tokens[name], text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

it.each([
  ['night-text', 'night-mid'],
  ['night-text-2', 'night-mid'],
  ['night-gold', 'night-top'],
  ['night-text', 'night-deep'],
  ['on-cream', 'cream'],
  ['code-ink', 'code-paper'],
  ['code-ink-2', 'code-paper'],
])('%s is legible on %s', (text, ground) => {
  expect(contrast(tokens.night, text, ground)).toBeGreaterThanOrEqual(4.5);
});

const grounds = Object.keys(tokens.night).filter((name) => name.startsWith('face-'));

it.each(grounds.flatMap((ground) => ['night-text', 'night-text-2', 'night-gold'].map((text) => [text, ground] as const)))(
  '%s is legible on the card face %s',
  (text, ground) => {
    expect(contrast(tokens.night, text, ground)).toBeGreaterThanOrEqual(4.5);
  },
);

it.each(['light', 'dark'] as const)('theme.json says the same colours in %s as the tokens', (name) => {
  const { paper, surface, ink2, silk } = theme[name];
  expect({ paper, surface, 'ink-2': ink2, silk }).toEqual({
    paper: tokens[name].paper,
    surface: tokens[name].surface,
    'ink-2': tokens[name]['ink-2'],
    silk: tokens[name].silk,
  });
});
