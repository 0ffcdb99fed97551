import type { OfferedCoupon } from '@shared/voucher/contract';
import { type ReactNode, useEffect } from 'react';
import { dayText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Tag } from '@/ui/Tag';
import { cheer, decline } from '@/ui/toast';
import { Trouble } from '@/ui/Trouble';
import { Ticket } from './Ticket';
import { useCoupons } from './useCoupons';
import { TicketBones } from './VoucherListView';
import { WordCard } from './WordCard';

/** Below this many the number left is worth saying. */
const fewLeft = 100;

/** Everything that can be claimed: tickets with a key each, and the word of a poster. */
export function CouponHall({ onClaimed }: { readonly onClaimed: () => void }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.voucher.coupons;
  const { coupons, trouble, load } = useCoupons();
  useEffect(() => void load(), [load]);
  const claimed = (): void => {
    onClaimed();
    void load();
  };
  return (
    <>
      <WordCard onClaimed={claimed} />
      {coupons === null && (trouble === null ? <TicketBones /> : <Trouble refusal={trouble} onRetry={load} />)}
      {coupons?.length === 0 && <Empty icon="ticket" title={words.none} note={words.noneNote} />}
      {coupons?.map((coupon) => (
        <CouponTicket key={coupon.terms.couponId} coupon={coupon} onClaimed={claimed} onStale={() => void load()} />
      ))}
    </>
  );
}

interface CouponTicketProps {
  readonly coupon: OfferedCoupon;
  readonly onClaimed: () => void;
  readonly onStale: () => void;
}

function CouponTicket({ coupon, onClaimed, onStale }: CouponTicketProps): ReactNode {
  const { copy, say, language, refusal } = useSpeech();
  const words = copy.voucher.coupons;
  const { keyFor, done } = useIntentKey();
  const { terms, whyNot, left, endsOn, days, perMember } = coupon;
  const claim = async (): Promise<void> => {
    const answer = await call('member', 'voucher.claim', { key: await keyFor(terms.couponId), couponId: terms.couponId });
    if (answer.ok) {
      done();
      onClaimed();
      cheer(words.got);
      return;
    }
    decline(refusal(answer.refusal));
    onStale();
  };
  const until = endsOn === null ? words.days(days ?? 0) : copy.voucher.until(dayText(endsOn, language));
  const facts = [
    until,
    left !== null && left > 0 && left <= fewLeft ? words.left(left) : '',
    perMember > 1 ? words.perMember(perMember) : '',
  ];
  const end =
    whyNot === null ? (
      <Button size="small" tone="tint" label={words.claimName(say(terms.name))} onPress={claim}>
        {words.claim}
      </Button>
    ) : (
      <Tag tone="quiet">{whyNot === 'limit' ? words.claimed : words.gone}</Tag>
    );
  return <Ticket terms={terms} note={facts.filter((fact) => fact !== '').join(' · ')} faded={whyNot !== null} end={end} />;
}
