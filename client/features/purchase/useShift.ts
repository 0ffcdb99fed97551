import type { Refusal } from '@shared/kernel/refusal';
import type { ShiftReport, ShopReport } from '@shared/purchase/shiftContract';
import { useCallback, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call, type CodeOf } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';

export interface ShiftState {
  readonly report: ShiftReport | null;
  /** The shop's day; null until it is there, and for who is no lead. */
  readonly day: ShopReport | null;
  readonly trouble: Refusal<CodeOf<'staff', 'shift.report'>> | null;
  readonly said: string | null;
  readonly load: () => Promise<void>;
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The caller's shift, and for leads the shop's day. */
export function useShift(lead: boolean): ShiftState {
  const { refusal } = useSpeech();
  const [report, setReport] = useState<ShiftReport | null>(null);
  const [day, setDay] = useState<ShopReport | null>(null);
  const [trouble, setTrouble] = useState<ShiftState['trouble']>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const load = useCallback(async () => {
    const [mine, shop] = await Promise.all([call('staff', 'shift.report', {}), lead ? call('staff', 'shift.shop', {}) : null]);
    setTrouble(mine.ok ? null : mine.refusal);
    if (mine.ok) setReport(mine.value);
    if (shop?.ok === true) setDay(shop.value);
  }, [lead]);
  const act = async (method: 'shift.open' | 'shift.close'): Promise<void> => {
    const answer = await call('staff', method, { key: await keyFor(method) });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (answer.ok) done();
    await load();
  };
  return { report, day, trouble, said, load, open: () => act('shift.open'), close: () => act('shift.close') };
}
