import type { RefundableLine } from '@shared/purchase/refundContract';
import type { ReactNode } from 'react';
import { moneyText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { UnitsRow } from './UnitsRow';

interface RefundLineProps {
  readonly line: RefundableLine;
  readonly name: string;
  readonly chosen: number;
  readonly onChoose: (units: number) => void;
}

/** One line of a purchase and how many of its units come back. */
export function RefundLine({ line, name, chosen, onChoose }: RefundLineProps): ReactNode {
  const words = useSpeech().copy.refund;
  return (
    <UnitsRow
      title={`${name} · ¥${moneyText(line.payableFen)}`}
      note={words.units(numberText(line.unitsLeft), numberText(line.units))}
      units={chosen}
      unitsMax={line.unitsLeft}
      less={words.less(name)}
      more={words.more(name)}
      onChange={onChoose}
    />
  );
}
