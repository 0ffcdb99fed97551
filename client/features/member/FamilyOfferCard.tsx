import type { FamilyOffer, FamilyView } from '@shared/member/familyContract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Notice } from '@/ui/Notice';
import { SectionHead } from '@/ui/SectionHead';
import './FamilyOfferCard.scss';

interface FamilyOfferCardProps {
  readonly code: string;
  readonly offer: FamilyOffer;
  readonly onJoined: (family: FamilyView) => void;
}

/** An invitation as whoever is invited sees it: whose account, what goes over, what stays. */
export function FamilyOfferCard({ code, offer, onJoined }: FamilyOfferCardProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.family;
  const [said, setSaid] = useState<string | null>(null);
  const join = async (): Promise<void> => {
    const answer = await call('member', 'family.join', { code });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (answer.ok) onJoined(answer.value);
  };
  const points = offer.points < 0 ? `−${numberText(offer.points)}` : numberText(offer.points);
  return (
    <Card>
      <SectionHead title={words.offer(offer.holderName || words.somebody)} end={words.offerPeople(offer.people)} />
      <View className="note family-offer__note">{words.offerNote(points)}</View>
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <Button onPress={join}>{words.join}</Button>
    </Card>
  );
}
