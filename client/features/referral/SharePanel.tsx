import type { InvitationView } from '@shared/referral/contract';
import type { TierId } from '@shared/tier/types';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { pageLink } from '@/platform/pageLink';
import { pictureFile } from '@/platform/pictureFile';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { PictureCanvas } from '@/ui/PictureCanvas';
import { SectionHead } from '@/ui/SectionHead';
import { ShareKey } from '@/ui/ShareKey';
import { giftText } from './giftText';
import { LinkKey } from './LinkKey';
import { paintShareCard } from './paintShareCard';
import { PosterSheet } from './PosterSheet';
import './SharePanel.scss';

interface SharePanelProps {
  readonly view: InvitationView;
  readonly tier: TierId;
  readonly nickname: string;
  /** The card's picture on this phone, once it is drawn. */
  readonly onPicture: (url: string) => void;
}

const cardId = 'invitation-card';

/** The ways to pass the invitation on: the card, its link, and a poster. */
export function SharePanel({ view, tier, nickname, onPicture }: SharePanelProps): ReactNode {
  const speech = useSpeech();
  const words = speech.copy.referral;
  const [poster, setPoster] = useState(false);
  const link = pageLink('invitation', { scene: view.invitationId, way: 'link' });
  const gift = words.posterGift(giftText(view.terms, speech));
  const said = { programme: speech.copy.house.name, from: nickname, call: words.cardCall, gift };
  const painted = async (): Promise<void> => {
    const url = await pictureFile(cardId);
    if (url !== null) onPicture(url);
  };
  return (
    <Card>
      <SectionHead title={words.card} end={words.cardNote} />
      <View className="share-panel__card">
        <PictureCanvas
          id={cardId}
          className="share-panel__canvas"
          label={words.cardPicture}
          look={JSON.stringify([tier, said])}
          paint={(drawing) => paintShareCard(drawing, tier, said)}
          onPainted={() => void painted()}
        />
      </View>
      <ShareKey>{words.card}</ShareKey>
      <LinkKey address={link} offsetMinutes={view.offsetMinutes} />
      <View className="share-panel__more">
        <Button tone="tint" onPress={() => setPoster(true)}>
          {words.openPoster}
        </Button>
      </View>
      {poster && <PosterSheet view={view} tier={tier} nickname={nickname} onClose={() => setPoster(false)} />}
    </Card>
  );
}
