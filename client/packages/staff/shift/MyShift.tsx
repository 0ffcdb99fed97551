import { View } from '@tarojs/components';
import type { StaffView } from '@shared/store/contract';
import { type ReactNode, useState } from 'react';
import { moneyText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { ShiftFigures } from '@/features/purchase/ShiftFigures';
import type { ShiftState } from '@/features/purchase/useShift';
import { printPage } from '@/platform/printPage';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Notice } from '@/ui/Notice';
import { SectionHead } from '@/ui/SectionHead';
import { Sheet } from '@/ui/Sheet';
import { shiftSpan } from './shiftSpan';

interface MyShiftProps {
  readonly state: ShiftState;
  readonly report: NonNullable<ShiftState['report']>;
  readonly staff: StaffView;
}

/** The key that opens or closes my shift, and below it what the shift adds up to. */
export function MyShift({ state, report, staff }: MyShiftProps): ReactNode {
  const speech = useSpeech();
  const words = speech.copy.shift;
  const [closing, setClosing] = useState(false);
  const { shift } = report;
  const isOpen = shift !== null && shift.closedAt === null;
  const close = async (): Promise<void> => {
    await state.close();
    setClosing(false);
  };
  return (
    <>
      <Card>
        <SectionHead title={words.mine} />
        <View className="strong num">{isOpen ? shiftSpan(shift, staff, speech) : words.notOpen}</View>
        {!isOpen && <View className="note">{words.notOpenNote}</View>}
        {state.said !== null && <Notice tone="refused">{state.said}</Notice>}
        <View className="shift-desk__keys">
          <Button onPress={isOpen ? () => setClosing(true) : state.open}>{isOpen ? words.close : words.open}</Button>
        </View>
      </Card>
      <ReportCard report={report} staff={staff} />
      <Sheet open={closing} title={words.close} onClose={() => setClosing(false)}>
        <View>{words.closeAsk}</View>
        <Button onPress={close}>{words.close}</Button>
        <Button tone="plain" onPress={() => setClosing(false)}>
          {speech.copy.house.cancel}
        </Button>
      </Sheet>
    </>
  );
}

function ReportCard({ report, staff }: Omit<MyShiftProps, 'state'>): ReactNode {
  const speech = useSpeech();
  const words = speech.copy.shift;
  const { shift, totals, waiting } = report;
  const print =
    printPage === null ? null : (
      <Button size="small" tone="tint" onPress={printPage}>
        {words.print}
      </Button>
    );
  return (
    <Card>
      <SectionHead title={words.report} end={print} />
      {shift !== null && (
        <View className="note num">
          {staff.name} · {shiftSpan(shift, staff, speech)}
        </View>
      )}
      <ShiftFigures totals={totals} />
      {waiting !== null && waiting.netFen !== 0 && <View className="note num">{words.waiting(moneyText(waiting.netFen))}</View>}
    </Card>
  );
}
