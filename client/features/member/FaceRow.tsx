import type { Home } from '@shared/member/contract';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { ListRow } from '@/ui/ListRow';
import { FaceSheet } from './FaceSheet';

/** The way to choose the card's face. */
export function FaceRow({ home }: { readonly home: Home }): ReactNode {
  const words = useSpeech().copy.memberFace;
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <ListRow icon="picture" title={words.title} note={words.row(words.names[home.face])} onPress={() => setChoosing(true)} />
      <FaceSheet open={choosing} home={home} onClose={() => setChoosing(false)} />
    </>
  );
}
