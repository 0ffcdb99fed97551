import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { groupsOfFour } from '@/copy/format';
import { CodeCanvas } from './CodeCanvas';
import './CodePaper.scss';

interface CodePaperProps {
  /** Begins the names of the two canvases, which must be the only ones of their name on a page. */
  readonly name: string;
  readonly digits: string;
  readonly bars: string;
  readonly qr: string;
  readonly hint: string;
}

/** A code to be scanned by the shop, on white paper in every theme: bars, digits to be read out, QR, and what to do with it. */
export function CodePaper({ name, digits, bars, qr, hint }: CodePaperProps): ReactNode {
  return (
    <View className="code-paper">
      <CodeCanvas id={`${name}-bars`} kind="bars" digits={digits} label={bars} />
      <View className="code-paper__number num">{groupsOfFour(digits)}</View>
      <CodeCanvas id={`${name}-qr`} kind="qr" digits={digits} label={qr} />
      <View className="code-paper__hint">{hint}</View>
    </View>
  );
}
