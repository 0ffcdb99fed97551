import { type PropsWithChildren, type ReactNode, useEffect } from 'react';
import { keepGroup } from '@/features/member/groupCameFrom';
import { countOpening } from '@/features/message/countOpening';
import { PersonSheet } from '@/features/store/PersonSheet';
import { ScanHost } from '@/ui/ScanHost';
import { useOpenedBy } from './platform/useOpenedBy';
import { warmPages } from './warmPages';
import './ui/tokens.scss';
import './ui/base.scss';
import './ui/faces.scss';

/** The app's frame: its pages, and in a browser the sheet that asks who is here and the scanner. Taro asks for the default export. */
export default function App({ children }: PropsWithChildren): ReactNode {
  useEffect(warmPages, []);
  useOpenedBy('m', countOpening);
  useOpenedBy('scene', keepGroup);
  if (process.env.TARO_ENV === 'weapp') return children;
  return (
    <>
      {children}
      <PersonSheet />
      <ScanHost />
    </>
  );
}
