import type { StaffView } from '@shared/store/contract';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { LateForm, type LateScan } from '@/features/purchase/LateForm';
import { ScanCard } from '@/features/store/ScanCard';
import { serverNow } from '@/platform/serverClock';
import { Button } from '@/ui/Button';

/** The till without network: a member code can be scanned and a purchase kept for later, nothing else. */
export function LateCounter({ staff }: { readonly staff: StaffView }): ReactNode {
  const { copy } = useSpeech();
  const [scan, setScan] = useState<LateScan | null>(null);
  if (scan !== null) {
    return (
      <>
        <LateForm scan={scan} staff={staff} onDone={() => setScan(null)} />
        <Button tone="plain" size="small" onPress={() => setScan(null)}>
          {copy.house.cancel}
        </Button>
      </>
    );
  }
  return (
    <ScanCard
      disabled={false}
      onCode={({ kind, code }) => {
        if (kind !== 'member') return Promise.resolve(copy.purchaseLate.membersOnly);
        setScan({ code, scannedAt: serverNow() });
        return Promise.resolve(null);
      }}
    />
  );
}
