import type { PropsWithChildren, ReactNode } from 'react';
import './ui/tokens.scss';
import './ui/base.scss';

/** The app's frame: nothing but its pages. Taro asks for the default export. */
export default function App({ children }: PropsWithChildren): ReactNode {
  return children;
}
