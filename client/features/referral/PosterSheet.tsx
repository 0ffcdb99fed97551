import type { InvitationView } from '@shared/referral/contract';
import type { TierId } from '@shared/tier/types';
import { type ReactNode, useState } from 'react';
import { type Speech, useSpeech } from '@/copy/useSpeech';
import { savePicture } from '@/platform/pictureFile';
import { Button } from '@/ui/Button';
import { PictureCanvas } from '@/ui/PictureCanvas';
import { Segmented } from '@/ui/Segmented';
import { Sheet } from '@/ui/Sheet';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { cheer, decline } from '@/ui/toast';
import { Trouble } from '@/ui/Trouble';
import { giftText } from './giftText';
import { paintPoster, type PosterDesign, posterDesigns, type PosterWords } from './paintPoster';
import { usePosterCode } from './usePosterCode';
import './SharePanel.scss';

interface PosterSheetProps {
  readonly view: InvitationView;
  readonly tier: TierId;
  readonly nickname: string;
  readonly onClose: () => void;
}

const posterId = 'invitation-poster';
/** A saved poster is looked at larger than it is shown here. */
const posterRatio = 3;

function posterWords({ terms }: InvitationView, nickname: string, speech: Speech): PosterWords {
  const words = speech.copy.referral;
  return {
    programme: speech.copy.house.name,
    from: nickname === '' ? '' : words.posterFrom(nickname),
    lead: words.posterLead,
    gift: words.posterGift(giftText(terms, speech)),
    scan: words.posterScan,
  };
}

/** A poster with the invitation's code: three designs, to be saved. */
export function PosterSheet({ view, tier, nickname, onClose }: PosterSheetProps): ReactNode {
  const speech = useSpeech();
  const words = speech.copy.referral;
  const [design, setDesign] = useState<PosterDesign>('lantern');
  const { code, trouble, load } = usePosterCode(view.invitationId);
  const said = posterWords(view, nickname, speech);
  const save = async (): Promise<void> => {
    if (await savePicture(posterId, `lantern-${design}`)) cheer(words.saved);
    else decline(words.saveFailed);
  };
  return (
    <Sheet open title={words.poster} onClose={onClose}>
      <Segmented
        label={words.posterDesign}
        value={design}
        options={posterDesigns.map((value) => ({ value, text: words.designs[value] }))}
        onChange={setDesign}
      />
      {trouble !== null && <Trouble refusal={trouble} onRetry={load} />}
      {code === null && trouble === null && (
        <Skeleton>
          <Bone width="full" height="block" />
        </Skeleton>
      )}
      {code !== null && (
        <>
          <PictureCanvas
            id={posterId}
            className="poster-sheet__canvas"
            label={words.posterPicture}
            look={JSON.stringify([design, tier, said, code])}
            paint={(drawing) => paintPoster(drawing, { design, tier }, said, code)}
            ratioMin={posterRatio}
          />
          <Button onPress={save}>{words.save}</Button>
        </>
      )}
    </Sheet>
  );
}
