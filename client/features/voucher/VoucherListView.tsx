import { dayNumber, dayOf, type Day } from '@shared/kernel/time';
import type { WalletTab } from '@shared/voucher/types';
import type { VoucherView } from '@shared/voucher/view';
import { type ReactNode, useEffect } from 'react';
import { dayText, momentText } from '@/copy/format';
import { useSpeech, type Speech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { open } from '@/platform/navigate';
import { serverNow } from '@/platform/serverClock';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Tag } from '@/ui/Tag';
import { Trouble } from '@/ui/Trouble';
import { Ticket } from './Ticket';
import { loadMoreVouchers, loadVouchers, voucherLists } from './voucherStore';

interface VoucherListProps {
  readonly tab: WalletTab;
  readonly offsetMinutes: number;
}

/** From this many days on a voucher's end is said as days left. */
const soonDays = 3;

/** One tab of the wallet: tickets, those that end first come first. */
export function VoucherListView({ tab, offsetMinutes }: VoucherListProps): ReactNode {
  const { copy } = useSpeech();
  const { vouchers, next, trouble } = useCell(voucherLists)[tab];
  useEffect(() => void loadVouchers(tab), [tab]);
  if (vouchers === null) return trouble === null ? <TicketBones /> : <Trouble refusal={trouble} onRetry={() => loadVouchers(tab)} />;
  if (vouchers.length === 0) return <NoVouchers tab={tab} />;
  return (
    <>
      {vouchers.map((voucher) => (
        <VoucherTicket key={voucher.voucherId} voucher={voucher} offsetMinutes={offsetMinutes} />
      ))}
      {trouble !== null && <Trouble refusal={trouble} onRetry={() => loadVouchers(tab)} />}
      {next !== null && trouble === null && (
        <Button tone="plain" onPress={() => loadMoreVouchers(tab)}>
          {copy.house.more}
        </Button>
      )}
    </>
  );
}

function VoucherTicket({ voucher, offsetMinutes }: { readonly voucher: VoucherView; readonly offsetMinutes: number }): ReactNode {
  const speech = useSpeech();
  const { standing, terms, endsOn } = voucher;
  const today = dayOf(serverNow(), offsetMinutes);
  const over = standing === 'used' || standing === 'lapsed' || standing === 'revoked';
  const soon = standing === 'usable' && dayNumber(endsOn) - dayNumber(today) <= soonDays;
  const marks = { warn: speech.copy.voucher.daysLeft(dayNumber(endsOn) - dayNumber(today)), quiet: speech.copy.voucher.standing[standing] };
  return (
    <Ticket
      terms={terms}
      note={noteOf(voucher, today, offsetMinutes, speech)}
      faded={over}
      end={standing === 'usable' && !soon ? undefined : <Tag tone={soon ? 'warn' : 'quiet'}>{soon ? marks.warn : marks.quiet}</Tag>}
      onPress={() => open('voucher', { voucher: voucher.voucherId })}
    />
  );
}

function noteOf(voucher: VoucherView, today: Day, offsetMinutes: number, { copy, language, say }: Speech): string {
  const words = copy.voucher;
  const { usedAt, usedShop } = voucher;
  if (usedAt !== null)
    return words.usedAt(momentText(usedAt, offsetMinutes, language), usedShop === null ? copy.house.everyShop : say(usedShop));
  if (voucher.booking?.standing === 'booked')
    return `${copy.booking.booked} ${momentText(voucher.booking.startsAt, offsetMinutes, language)}`;
  if (voucher.standing === 'early') return words.from(dayText(voucher.startsOn, language, today));
  return words.until(dayText(voucher.endsOn, language, today));
}

function NoVouchers({ tab }: { readonly tab: WalletTab }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.voucher;
  const said = {
    usable: [words.none, words.noneNote],
    used: [words.usedNone, words.usedNoneNote],
    lapsed: [words.lapsedNone, words.lapsedNoneNote],
  } as const;
  const [title, note] = said[tab];
  return (
    <Empty icon="ticket" title={title} note={note}>
      <Button size="small" tone="tint" onPress={() => open('coupons')}>
        {words.toCoupons}
      </Button>
    </Empty>
  );
}

/** Tickets before they are there. */
export function TicketBones(): ReactNode {
  return (
    <Skeleton>
      {[1, 2, 3].map((place) => (
        <Bone key={place} width="full" height="block" />
      ))}
    </Skeleton>
  );
}
