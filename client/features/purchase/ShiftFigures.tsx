import type { ShiftTotals } from '@shared/purchase/sumShift';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { moneyText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { FigureRow } from './FigureRow';

/** A shift's sums, in the order in which they add up to the net. */
export function ShiftFigures({ totals }: { readonly totals: ShiftTotals }): ReactNode {
  const words = useSpeech().copy.shift;
  const { sales, undone, voided, refunds, late } = totals;
  const count = (value: number): string => (value === 0 ? '' : words.count(numberText(value)));
  const less = (fen: number): string => (fen === 0 ? '¥0.00' : `−¥${moneyText(fen)}`);
  return (
    <View>
      <FigureRow name={words.list} count={count(sales.count)} value={`¥${moneyText(sales.listFen)}`} />
      <FigureRow name={words.priceOff} value={less(sales.priceOffFen)} />
      <FigureRow name={words.vouchers} count={count(sales.vouchers)} value={less(sales.voucherFen)} />
      <FigureRow name={words.cash} value={less(sales.pointsAsCash)} />
      <FigureRow name={words.sales} value={`¥${moneyText(sales.payableFen)}`} strong />
      <FigureRow name={words.undone} count={count(undone.count)} value={less(undone.fen)} />
      <FigureRow name={words.voided} count={count(voided.count)} value={less(voided.fen)} />
      <FigureRow name={words.refunds} count={count(refunds.count)} value={less(refunds.fen)} />
      <FigureRow name={words.net} value={totals.netFen < 0 ? less(-totals.netFen) : `¥${moneyText(totals.netFen)}`} strong />
      {late.count > 0 && <FigureRow name={words.late} count={count(late.count)} value={`¥${moneyText(late.fen)}`} />}
      <FigureRow name={words.points} value={numberText(sales.points)} />
      <FigureRow name={words.handOvers} value={words.pieces(numberText(totals.handOvers))} />
      <FigureRow name={words.scanned} value={words.sheets(numberText(totals.vouchersScanned))} />
    </View>
  );
}
