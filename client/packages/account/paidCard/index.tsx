import type { PaidCardOverview, PlanView } from '@shared/tier/paidCardContract';
import { type ReactNode, useState } from 'react';
import { dayText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { loadHome } from '@/features/member/homeStore';
import { MemberScreen } from '@/features/member/MemberScreen';
import { useHome } from '@/features/member/useHome';
import { BuyPlanSheet } from '@/features/tier/BuyPlanSheet';
import { PaidCardHero } from '@/features/tier/PaidCardHero';
import { PayNotice } from '@/features/tier/PayNotice';
import { PlanCard } from '@/features/tier/PlanCard';
import { PlanOrders } from '@/features/tier/PlanOrders';
import { usePaidCard } from '@/features/tier/usePaidCard';
import { Empty } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import { SectionHead } from '@/ui/SectionHead';
import { HeroBones } from '@/ui/HeroBones';

/** The paid card: what runs and what it saved, what is on offer, how an order stands. Taro asks for the default export. */
export default function PaidCardPage(): ReactNode {
  const { copy, language } = useSpeech();
  const state = useHome('missing');
  const { overview, trouble, outcome, load, finish, check, giveUp } = usePaidCard();
  const [chosen, setChosen] = useState<PlanView | null>(null);
  const words = copy.paidCard;
  return (
    <MemberScreen
      title={words.title}
      state={state}
      lead={words.lead}
      bones={<HeroBones />}
      own={{ ready: overview !== null, trouble, load }}
    >
      {() =>
        overview !== null && (
          <>
            {outcome !== null && <PayNotice outcome={outcome} today={overview.today} onCheck={check} />}
            {overview.card !== null && <PaidCardHero card={overview.card} today={overview.today} />}
            {overview.ended !== null && <Notice tone="note">{words.ended(dayText(overview.ended, language, overview.today))}</Notice>}
            <Plans overview={overview} onChoose={setChosen} />
            {overview.orders.length > 0 && <PlanOrders orders={overview.orders} today={overview.today} onCheck={check} onGiveUp={giveUp} />}
            <BuyPlanSheet
              plan={chosen}
              takesMoney={overview.takesMoney}
              available={overview.available}
              until={overview.card?.until ?? null}
              onClose={() => setChosen(null)}
              onBought={async (bought) => {
                await finish(bought);
                setChosen(null);
                void loadHome();
              }}
            />
          </>
        )
      }
    </MemberScreen>
  );
}

interface PlansProps {
  readonly overview: PaidCardOverview;
  readonly onChoose: (plan: PlanView) => void;
}

function Plans({ overview, onChoose }: PlansProps): ReactNode {
  const words = useSpeech().copy.paidCard;
  const { plans, takesMoney, card } = overview;
  const sold = plans.filter(({ points }) => takesMoney || points !== null);
  if (sold.length === 0) return <Empty icon="card" title={words.none} note={words.noneNote} />;
  return (
    <>
      <SectionHead title={card === null ? words.offer : words.renew} />
      {sold.map((plan) => (
        <PlanCard key={plan.id} plan={plan} takesMoney={takesMoney} onBuy={() => onChoose(plan)} />
      ))}
    </>
  );
}
