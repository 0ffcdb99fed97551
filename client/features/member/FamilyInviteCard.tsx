import type { FamilyView } from '@shared/member/familyContract';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { copyText } from '@/platform/copyText';
import { pageLink } from '@/platform/pageLink';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Notice } from '@/ui/Notice';
import { SectionHead } from '@/ui/SectionHead';
import { ShareKey } from '@/ui/ShareKey';
import { cheer, decline } from '@/ui/toast';
import './FamilyInviteCard.scss';

interface FamilyInviteCardProps {
  readonly family: FamilyView;
  readonly onInvited: () => Promise<void>;
}

/** Making an invitation for one person, and sending it. */
export function FamilyInviteCard({ family, onInvited }: FamilyInviteCardProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.family;
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const invite = async (): Promise<void> => {
    const answer = await call('member', 'family.invite', { key: await keyFor('invite') });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (!answer.ok) return;
    done();
    await onInvited();
  };
  return (
    <Card>
      <SectionHead title={words.inviteTitle} />
      {said !== null && <Notice tone="refused">{said}</Notice>}
      {family.invite === null && <Button onPress={invite}>{words.invite}</Button>}
      {family.invite !== null && (
        <OpenInvite code={family.invite.code} endsAt={family.invite.endsAt} offsetMinutes={family.offsetMinutes} />
      )}
    </Card>
  );
}

interface OpenInviteProps {
  readonly code: string;
  readonly endsAt: number;
  readonly offsetMinutes: number;
}

function OpenInvite({ code, endsAt, offsetMinutes }: OpenInviteProps): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.family;
  const link = pageLink('family', { code });
  const copyLink = async (): Promise<void> => {
    if (link !== null && (await copyText(link))) cheer(words.copied);
    else decline(words.copyFailed);
  };
  return (
    <>
      <View className="note">{words.inviteNote(momentText(endsAt, offsetMinutes, language))}</View>
      <ShareKey>{words.share}</ShareKey>
      {link !== null && (
        <>
          <View className="family-invite__link">
            <Text userSelect>{link}</Text>
          </View>
          <Button tone="tint" onPress={copyLink}>
            {words.copy}
          </Button>
        </>
      )}
    </>
  );
}
