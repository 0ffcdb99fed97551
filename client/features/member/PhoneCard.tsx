import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { PhoneKey } from '@/ui/PhoneKey';
import { cheer, decline, remark } from '@/ui/toast';
import type { ProfileState } from './useProfile';
import './PhoneCard.scss';

interface PhoneCardProps {
  /** The number as far as it is shown; null when none was given. */
  readonly phone: string | null;
  readonly givePhone: ProfileState['givePhone'];
  readonly forgetPhone: ProfileState['forgetPhone'];
}

const inBrowser = process.env.TARO_ENV === 'h5';

/** The verified phone number: what it is for is said before it is given, and it is taken back as easily. */
export function PhoneCard({ phone, givePhone, forgetPhone }: PhoneCardProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.member.phone;
  const { keyFor, done } = useIntentKey();
  const give = async (code: string | null): Promise<void> => {
    if (code === null) {
      remark(words.notGiven);
      return;
    }
    const refused = await givePhone(await keyFor(code), code);
    if (refused !== null) {
      decline(refusal(refused));
      return;
    }
    done();
    cheer(words.given);
  };
  const forget = async (): Promise<void> => {
    const refused = await forgetPhone();
    if (refused === null) remark(words.forgotten);
    else decline(refusal(refused));
  };
  return (
    <Card>
      <ListRow
        icon="person"
        title={words.title}
        note={phone === null ? words.none : words.verified}
        end={<View className="num">{phone}</View>}
      />
      {phone === null ? (
        <Asking onCode={(code) => void give(code)} />
      ) : (
        <Button tone="plain" size="small" onPress={forget}>
          {words.forget}
        </Button>
      )}
    </Card>
  );
}

function Asking({ onCode }: { readonly onCode: (code: string | null) => void }): ReactNode {
  const words = useSpeech().copy.member.phone;
  return (
    <>
      <View className="phone-card__words note">{words.consent}</View>
      {inBrowser && <View className="phone-card__words note">{words.demoNote}</View>}
      <PhoneKey onCode={onCode}>{inBrowser ? words.giveDemo : words.give}</PhoneKey>
    </>
  );
}
