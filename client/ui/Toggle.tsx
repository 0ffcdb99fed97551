import { Switch } from '@nutui/nutui-react-taro';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { onKeyPress } from './keyPress';
import './Toggle.scss';

interface ToggleProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** NutUI says the role in a way that browsers do not know; ours says it. */
const namedByUs = { ariaRole: undefined };

/** A switch; its label stands beside it. */
export function Toggle({ label, on, onChange }: ToggleProps): ReactNode {
  return (
    <Switch
      className="toggle"
      checked={on}
      loading={false}
      onChange={onChange}
      {...namedByUs}
      {...onKeyPress(() => onChange(!on))}
      {...aria({ role: 'switch', checked: on, label })}
    />
  );
}
