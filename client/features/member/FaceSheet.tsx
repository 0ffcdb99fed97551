import type { Home } from '@shared/member/contract';
import { faceIds, type FaceId } from '@shared/member/face';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/Icon';
import { Notice } from '@/ui/Notice';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';
import { takeFace } from './homeStore';
import './FaceSheet.scss';

interface FaceSheetProps {
  readonly open: boolean;
  readonly home: Home;
  readonly onClose: () => void;
}

/** The faces of the card, to choose one; what is not open yet says what it takes. */
export function FaceSheet({ open, home, onClose }: FaceSheetProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.memberFace;
  const [said, setSaid] = useState<string | null>(null);
  const choose = async (face: FaceId): Promise<void> => {
    const answer = await call('member', 'member.chooseFace', { face });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (answer.ok) takeFace(answer.value.face);
  };
  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      <View className="note">{words.lead}</View>
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <View className="face-sheet" {...aria({ role: 'radiogroup', label: words.title })}>
        {faceIds.map((face) => (
          <Face key={face} face={face} chosen={home.face === face} open={home.faces.includes(face)} onChoose={() => void choose(face)} />
        ))}
      </View>
    </Sheet>
  );
}

interface FaceProps {
  readonly face: FaceId;
  readonly chosen: boolean;
  readonly open: boolean;
  readonly onChoose: () => void;
}

function Face({ face, chosen, open, onChoose }: FaceProps): ReactNode {
  const words = useSpeech().copy.memberFace;
  const name = words.names[face];
  const need = face in words.needs ? words.needs[face as keyof typeof words.needs] : '';
  return (
    <Pressable
      role="radio"
      className="face-sheet__one"
      state={{ checked: chosen }}
      disabled={!open}
      label={open ? name : `${name} ${need}`}
      onPress={onChoose}
    >
      <View className={`face-sheet__card face--${face} ${chosen ? 'face-sheet__card--on' : ''} ${open ? '' : 'face-sheet__card--locked'}`}>
        {chosen && <Icon name="check" />}
        {!open && <Icon name="shield" size="small" />}
      </View>
      <View className="face-sheet__name">{name}</View>
      {!open && <View className="label">{need}</View>}
    </Pressable>
  );
}
