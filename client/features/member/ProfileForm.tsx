import type { Day } from '@shared/kernel/time';
import type { Profile } from '@shared/member/contract';
import { type ReactNode, useState } from 'react';
import { dayText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { DayField } from '@/ui/DayField';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { cheer } from '@/ui/toast';
import { birthdayRange, changeOf, isNickname } from './profileDraft';
import type { ProfileState } from './useProfile';

interface ProfileFormProps {
  readonly profile: Profile;
  readonly save: ProfileState['save'];
  /** Today in programme time. */
  readonly today: Day;
}

const nicknameMax = 20;

/** Nickname and birthday, saved together. */
export function ProfileForm({ profile, save, today }: ProfileFormProps): ReactNode {
  const { copy, language, refusal } = useSpeech();
  const words = copy.member.profile;
  const [nickname, setNickname] = useState(profile.nickname);
  const [birthday, setBirthday] = useState(profile.birthday ?? '');
  const [said, setSaid] = useState<string | null>(null);
  const wrong = nickname !== '' && !isNickname(nickname);
  const change = changeOf(profile, nickname, birthday);
  const locked = profile.birthdayChangeableOn;
  const submit = async (): Promise<void> => {
    const refused = await save(change);
    setSaid(refused === null ? null : refusal(refused));
    if (refused === null) cheer(words.saved);
  };
  const nicknameWrong = wrong ? words.nicknameWrong : undefined;
  return (
    <Card>
      <Field label={words.nickname} value={nickname} onChange={setNickname} lengthMax={nicknameMax} wrong={nicknameWrong} />
      <DayField
        label={words.birthday}
        value={birthday}
        {...birthdayRange(today)}
        disabled={locked !== null}
        note={locked === null ? words.birthdayOnce : words.birthdayFrom(dayText(locked, language, today))}
        onChange={setBirthday}
      />
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <Button onPress={submit} disabled={wrong || Object.keys(change).length === 0}>
        {words.save}
      </Button>
    </Card>
  );
}
