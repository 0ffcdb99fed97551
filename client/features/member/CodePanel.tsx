import { codeWindowMs } from '@shared/member/code';
import type { FaceId } from '@shared/member/face';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { groupsOfFour } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { CodeCanvas } from '@/ui/CodeCanvas';
import { Ring } from '@/ui/Ring';
import type { HeldSecret } from './codeSecret';
import { useMemberCode } from './useMemberCode';
import './CodePanel.scss';

interface CodePanelProps {
  readonly secret: HeldSecret;
  /** Whose code it is, for the head of the panel. */
  readonly owner: string;
  /** The face of the card, for staff to know it by. */
  readonly face: FaceId;
}

const codeSeconds = codeWindowMs / 1000;
const halfDigits = 3;

/** The member code: bars and QR for the scanner, number and digits for typing, and how long it lives. */
export function CodePanel({ secret, owner, face }: CodePanelProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.member.code;
  const { text, digits, secondsLeft } = useMemberCode(secret);
  return (
    <View className="code-panel">
      <View className={`code-panel__owner face--${face}`}>{owner}</View>
      <CodeCanvas id="member-code-bars" kind="bars" digits={text} label={words.bars} />
      <View className="code-panel__number num">
        <Text className="unseen">{words.number} </Text>
        {groupsOfFour(secret.cardNumber)}
      </View>
      <CodeCanvas id="member-code-qr" kind="qr" digits={text} label={words.qr} />
      <View className="code-panel__foot">
        <Ring part={secondsLeft / codeSeconds} />
        <View className="code-panel__digits num">
          <Text className="unseen">{words.digits} </Text>
          {`${digits.slice(0, halfDigits)} ${digits.slice(halfDigits)}`}
        </View>
        <View className="code-panel__left">
          <View className="num">{words.seconds(secondsLeft)}</View>
          <View>{words.works}</View>
        </View>
      </View>
    </View>
  );
}
