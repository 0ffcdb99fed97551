import { timesOne } from '@shared/kernel/money';
import { addDays, dayOf } from '@shared/kernel/time';
import type { VisitView } from '@shared/purchase/contract';
import { earn, returnPeriodDays } from '@shared/purchase/earn';
import type { PurchaseLine } from '@shared/purchase/types';
import type { StaffView } from '@shared/store/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { serverNow } from '@/platform/serverClock';
import './Expected.scss';

interface ExpectedProps {
  readonly lines: readonly PurchaseLine[];
  readonly visit: VisitView;
  readonly staff: StaffView;
}

/** What the purchase will earn, as far as this phone knows: the server decides, and knows the day's cap. */
export function Expected({ lines, visit, staff }: ExpectedProps): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.purchase;
  if (lines.length === 0) return null;
  const isExcluded = (id: string): boolean => staff.categories.some((category) => category.id === id && category.excluded);
  const plain = lines.map(({ categoryId, amountFen }) => ({ payableFen: amountFen, multiplier: isExcluded(categoryId) ? 0 : timesOne }));
  const { points } = earn(plain, visit.tier.multiplier, Infinity);
  const on = addDays(dayOf(serverNow(), staff.offsetMinutes), returnPeriodDays);
  return (
    <View className="expected-points note num">
      {points === 0 ? words.expectedNone : words.expected(numberText(points), dayText(on, language))}
    </View>
  );
}
