/** What an element says of itself to a screen reader. */
export interface Aria {
  readonly role?: string;
  readonly label?: string;
  readonly level?: number;
  readonly checked?: boolean;
  readonly selected?: boolean;
  readonly disabled?: boolean;
  readonly hidden?: boolean;
  readonly live?: 'polite' | 'assertive';
  readonly modal?: boolean;
  readonly busy?: boolean;
  readonly current?: 'page' | 'date';
}

type Attributes = Readonly<Record<string, string | number | boolean>>;

const onPhone = process.env.TARO_ENV === 'weapp';
const roleName = onPhone ? 'aria-role' : 'role';

/** The attributes for both worlds: WeChat calls the role `aria-role`, the browser `role`. Spread it into a View. */
export function aria(said: Aria): Attributes {
  const attributes: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(said) as readonly (readonly [string, string | number | boolean])[]) {
    attributes[name === 'role' ? roleName : `aria-${name}`] = typeof value === 'boolean' ? String(value) : value;
  }
  return attributes;
}
