import { dayOf } from '@shared/kernel/time';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { copyText } from '@/platform/copyText';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { cheer, decline } from '@/ui/toast';
import { type InvitationLink, useInvitationLink } from './useInvitationLink';
import './LinkKey.scss';

interface LinkKeyProps {
  /** The page's own address where pages have one; null: the platform is asked for a short link. */
  readonly address: string | null;
  readonly offsetMinutes: number;
}

/** Copies the invitation's link. Then it is shown, with the day until which it opens; a refusal says what to use instead. */
export function LinkKey({ address, offsetMinutes }: LinkKeyProps): ReactNode {
  const speech = useSpeech();
  const words = speech.copy.referral;
  const { fetchLink, refusal } = useInvitationLink(address);
  const [link, setLink] = useState<InvitationLink | null>(null);
  const press = async (): Promise<void> => {
    const fetched = await fetchLink();
    setLink(fetched);
    if (fetched === null) return;
    if (await copyText(fetched.url)) cheer(words.copied);
    else decline(words.copyFailed);
  };
  return (
    <>
      <Button onPress={press}>{words.copy}</Button>
      {link !== null && (
        <View className="link-key__link">
          <Text className="link-key__url" selectable userSelect>
            {link.url}
          </Text>
          {link.until !== null && (
            <Text className="link-key__until">{words.linkUntil(dayText(dayOf(link.until, offsetMinutes), speech.language))}</Text>
          )}
        </View>
      )}
      {refusal !== null && (
        <View className="link-key__trouble">
          <Notice tone={refusal.code === 'net.offline' ? 'offline' : 'refused'}>{speech.refusal(refusal)}</Notice>
        </View>
      )}
    </>
  );
}
