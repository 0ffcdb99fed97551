import type { ShopReport } from '@shared/purchase/shiftContract';
import type { StaffView } from '@shared/store/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, moneyText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { ShiftFigures } from '@/features/purchase/ShiftFigures';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { ListRow } from '@/ui/ListRow';
import { SectionHead } from '@/ui/SectionHead';
import { shiftSpan } from './shiftSpan';

interface ShopDayProps {
  readonly day: ShopReport;
  readonly staff: StaffView;
}

/** The shop's day: each shift's net, and all of them together. */
export function ShopDay({ day, staff }: ShopDayProps): ReactNode {
  const speech = useSpeech();
  const words = speech.copy.shift;
  const signed = (fen: number): string => (fen < 0 ? `−¥${moneyText(-fen)}` : `¥${moneyText(fen)}`);
  return (
    <Card>
      <SectionHead title={`${words.shop} · ${dayText(day.day, speech.language)}`} />
      {day.rows.length + day.machines.length === 0 && <Empty icon="shop" title={words.none} note={words.noneNote} />}
      {day.rows.map(({ shift, totals }) => (
        <ListRow
          key={shift.shiftId}
          title={shift.staffName}
          note={shiftSpan(shift, staff, speech)}
          end={<View className="num">{signed(totals.netFen)}</View>}
        />
      ))}
      {day.machines.map(({ keyId, totals }) => (
        <ListRow
          key={keyId}
          title={words.machine(keyId.slice(-4))}
          note={words.count(numberText(totals.sales.count))}
          end={<View className="num">{signed(totals.netFen)}</View>}
        />
      ))}
      {day.rows.length + day.machines.length > 0 && (
        <>
          <SectionHead title={words.total} />
          <ShiftFigures totals={day.totals} />
        </>
      )}
      {day.elsewhere.count > 0 && (
        <View className="note num">{words.elsewhere(numberText(day.elsewhere.count), moneyText(day.elsewhere.fen))}</View>
      )}
    </Card>
  );
}
