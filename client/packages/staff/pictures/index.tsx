import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { AvatarQueue } from '@/features/member/AvatarQueue';
import { loadOffice, officeState } from '@/features/store/officeStore';
import { WorkGate } from '@/features/store/WorkGate';
import { useCell } from '@/platform/createCell';

/** Pictures that wait for an operator to look. Taro asks for the default export. */
export default function PicturesPage(): ReactNode {
  const words = useSpeech().copy.memberAvatar.office;
  const { office, asked, trouble } = useCell(officeState);
  return (
    <WorkGate
      title={words.title}
      who={office}
      asked={asked}
      trouble={trouble}
      load={loadOffice}
      offline={words.offline}
      closed={{ icon: 'shield', title: words.notOperator, note: words.notOperatorNote }}
    >
      {({ offsetMinutes }) => <AvatarQueue offsetMinutes={offsetMinutes} />}
    </WorkGate>
  );
}
