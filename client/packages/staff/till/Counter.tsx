import type { StaffView } from '@shared/store/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { LastPurchase } from '@/features/purchase/LastPurchase';
import { LateList } from '@/features/purchase/LateList';
import { PurchaseForm } from '@/features/purchase/PurchaseForm';
import { ReceiptCard } from '@/features/purchase/ReceiptCard';
import { RecentPurchases } from '@/features/purchase/RecentPurchases';
import { VisitCard } from '@/features/purchase/VisitCard';
import { TicketCard } from '@/features/voucher/TicketCard';
import { HandOverCard } from '@/features/reward/HandOverCard';
import { ScanCard } from '@/features/store/ScanCard';
import { LateCounter } from './LateCounter';
import { TillKeys } from './TillKeys';
import { useCounter } from './useCounter';

interface CounterProps {
  readonly staff: StaffView;
  readonly online: boolean;
}

/** One till at work: nobody there, a member with a purchase to record, a receipt, or a pick-up on the counter. */
export function Counter({ staff, online }: CounterProps): ReactNode {
  const { copy } = useSpeech();
  const { visit, desk, tickets, recent, receipt, onCode, onRecorded, onUndone, again, next } = useCounter();
  const { offsetMinutes } = staff;
  const name = visit === null || visit.nickname === '' ? copy.purchase.customer : visit.nickname;
  const nobody = visit === null && desk.check === null && tickets.check === null;
  return (
    <View className={`till ${visit === null ? 'till--alone' : ''} ${nobody ? 'till--idle' : ''}`}>
      <View className="till__who">
        <HandOverCard desk={desk} offsetMinutes={offsetMinutes} />
        <TicketCard desk={tickets} offsetMinutes={offsetMinutes} />
        {visit !== null && <VisitCard visit={visit} offsetMinutes={offsetMinutes} onChange={next} />}
        {nobody && (online ? <ScanCard onCode={onCode} disabled={false} /> : <LateCounter staff={staff} />)}
      </View>
      <View className="till__recent">
        <LateList offsetMinutes={offsetMinutes} />
        <TillKeys />
        <RecentPurchases state={recent} offsetMinutes={offsetMinutes} except={receipt?.purchaseId ?? null} />
      </View>
      <View className="till__what">
        {visit !== null && receipt === null && (
          <>
            <PurchaseForm visit={visit} staff={staff} onDone={onRecorded} />
            <LastPurchase receipts={recent.receipts} onUndone={recent.take} />
          </>
        )}
        {visit !== null && receipt !== null && (
          <ReceiptCard receipt={receipt} name={name} onNext={next} onAgain={again} onUndone={onUndone} />
        )}
      </View>
    </View>
  );
}
