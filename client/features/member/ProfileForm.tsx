import { addMonths, dayOf } from '@shared/kernel/time';
import type { Profile } from '@shared/member/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { DayField } from '@/ui/DayField';
import { Field } from '@/ui/Field';
import { ListRow } from '@/ui/ListRow';
import { Notice } from '@/ui/Notice';
import { Toggle } from '@/ui/Toggle';
import { cheer, decline, remark } from '@/ui/toast';
import type { ProfileState } from './useProfile';

interface ProfileFormProps {
  readonly profile: Profile;
  readonly save: ProfileState['save'];
  /** Today in programme time. */
  readonly today: string;
  readonly offsetMinutes: number;
}

const nicknameMax = 20;
const youngestMonths = 14 * 12;
const oldestMonths = 120 * 12;
const goodNickname = /^\S(?:.{0,18}\S)?$/u;

const monthsBefore = (today: string, months: number): string => `${addMonths(today.slice(0, 7), -months)}${today.slice(7)}`;

/** Nickname and birthday, saved together; consent to news is saved when it is switched. */
export function ProfileForm({ profile, save, today, offsetMinutes }: ProfileFormProps): ReactNode {
  const { copy, language, refusal } = useSpeech();
  const words = copy.member.profile;
  const [nickname, setNickname] = useState(profile.nickname);
  const [birthday, setBirthday] = useState(profile.birthday ?? '');
  const [said, setSaid] = useState<string | null>(null);
  const wrong = nickname !== '' && !goodNickname.test(nickname);
  const change = {
    ...(nickname === '' || nickname === profile.nickname ? {} : { nickname }),
    ...(birthday === '' || birthday === profile.birthday ? {} : { birthday }),
  };
  const lockedUntil = profile.birthdayChangeableOn;
  const submit = async (): Promise<void> => {
    const refused = await save(change);
    setSaid(refused === null ? null : refusal(refused));
    if (refused === null) cheer(words.saved);
  };
  const switchMarketing = async (marketing: boolean): Promise<void> => {
    const refused = await save({ marketing });
    if (refused === null) remark(words.saved);
    else decline(refusal(refused));
  };
  return (
    <>
      <Card>
        <Field
          label={words.nickname}
          value={nickname}
          onChange={setNickname}
          lengthMax={nicknameMax}
          wrong={wrong ? words.nicknameWrong : undefined}
        />
        <DayField
          label={words.birthday}
          value={birthday}
          earliest={monthsBefore(today, oldestMonths)}
          latest={monthsBefore(today, youngestMonths)}
          disabled={lockedUntil !== null}
          note={lockedUntil === null ? words.birthdayOnce : words.birthdayFrom(dayText(lockedUntil, language, today))}
          onChange={setBirthday}
        />
        {said !== null && <Notice tone="refused">{said}</Notice>}
        <Button onPress={submit} disabled={wrong || Object.keys(change).length === 0}>
          {words.save}
        </Button>
      </Card>
      <Card>
        <ListRow
          title={words.marketing}
          note={words.marketingNote}
          end={<Toggle label={words.marketing} on={profile.marketing} onChange={(on) => void switchMarketing(on)} />}
        />
      </Card>
      <View className="note">{words.consent(profile.consentVersion, dayText(dayOf(profile.consentAt, offsetMinutes), language, today))}</View>
    </>
  );
}
