import type { Refusal } from '@shared/kernel/refusal';
import type { PurchaseView, RefundReceipt } from '@shared/purchase/refundContract';
import { useEffect, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { buzz } from '@/platform/buzz';
import { call, type CodeOf } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';

export interface RefundState {
  /** Units chosen, by place of the line. */
  readonly chosen: readonly number[];
  readonly choose: (line: number, units: number) => void;
  readonly chooseAll: () => void;
  /** What would come back for what is chosen; null while nothing is, or while it is being asked for. */
  readonly preview: RefundReceipt | null;
  readonly said: string | null;
  readonly refund: () => Promise<void>;
}

/** Choosing units of a purchase, seeing what they bring back, and refunding them. */
export function useRefund(purchase: PurchaseView, onDone: (receipt: RefundReceipt) => void): RefundState {
  const { refusal } = useSpeech();
  const [chosen, setChosen] = useState<readonly number[]>(purchase.lines.map(() => 0));
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const { purchaseId, refunds } = purchase;
  const preview = usePreview(purchase, chosen, (refused) => setSaid(refused === null ? null : refusal(refused)));
  const refund = async (): Promise<void> => {
    const request = { purchaseId, after: refunds, lines: linesOf(chosen) };
    const answer = await call('staff', 'purchase.refund', { key: await keyFor(request), ...request });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (!answer.ok) return;
    done();
    buzz();
    onDone(answer.value);
  };
  return {
    chosen,
    choose: (line, units) => setChosen(chosen.map((before, at) => (at === line ? units : before))),
    chooseAll: () => setChosen(purchase.lines.map((line) => line.unitsLeft)),
    preview,
    said,
    refund,
  };
}

type Refused = Refusal<CodeOf<'staff', 'purchase.previewRefund'>> | null;

/** What the choice would bring back: asked again whenever it changes, and only the latest answer counts. */
function usePreview(purchase: PurchaseView, chosen: readonly number[], onRefused: (refused: Refused) => void): RefundReceipt | null {
  const { purchaseId, refunds } = purchase;
  const [preview, setPreview] = useState<RefundReceipt | null>(null);
  const wanted = JSON.stringify(chosen);
  useEffect(() => {
    const lines = linesOf(JSON.parse(wanted) as readonly number[]);
    let current = true;
    const show = (receipt: RefundReceipt | null, refused: Refused): void => {
      if (!current) return;
      setPreview(receipt);
      onRefused(refused);
    };
    show(null, null);
    if (lines.length > 0) {
      void call('staff', 'purchase.previewRefund', { purchaseId, after: refunds, lines }).then((answer) => {
        if (answer.ok) show(answer.value, null);
        else show(null, answer.refusal);
      });
    }
    return () => {
      current = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asked again only for another choice, not for another language
  }, [wanted, purchaseId, refunds]);
  return preview;
}

function linesOf(chosen: readonly number[]): { line: number; units: number }[] {
  return chosen.flatMap((units, line) => (units === 0 ? [] : [{ line, units }]));
}
