import { View } from '@tarojs/components';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { asking, currentPerson, people, signIn } from '@/platform/door';
import { startAgain } from '@/platform/startAgain';
import type { DemoPerson } from '@/platform/types';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import type { IconName } from '@/ui/icons';
import { Notice } from '@/ui/Notice';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';
import { Bone, Skeleton } from '@/ui/Skeleton';
import './PersonSheet.scss';

const icons: Readonly<Record<string, IconName>> = { shopper: 'mine', newcomer: 'star', staff: 'shop', operator: 'shield' };

/** In a browser on this machine: who of the demo shop's people is this tab? */
export function PersonSheet(): ReactNode {
  const { copy } = useSpeech();
  const open = useCell(asking);
  const words = copy.house.person;
  const [list, setList] = useState<readonly DemoPerson[] | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(async () => {
    setFailed(false);
    await people().then(setList, () => setFailed(true));
  }, []);
  useEffect(() => {
    if (open) void load();
  }, [open, load]);
  const choose = async (person: DemoPerson): Promise<void> => {
    const before = currentPerson();
    await signIn(person.id).then(
      () => {
        if (before !== null) startAgain();
      },
      () => setFailed(true),
    );
  };
  const close = currentPerson() === null ? {} : { onClose: () => asking.set(false) };
  return (
    <Sheet open={open} title={words.title} {...close}>
      <View className="note">{words.note}</View>
      {failed && <CloudSilent onRetry={load} />}
      {list === null && !failed && <PeopleBones />}
      {list?.map((person) => (
        <PersonRow key={person.id} person={person} onChoose={() => void choose(person)} />
      ))}
    </Sheet>
  );
}

function CloudSilent({ onRetry }: { readonly onRetry: () => Promise<void> }): ReactNode {
  const { copy } = useSpeech();
  const again = (
    <Button size="small" tone="tint" onPress={onRetry}>
      {copy.house.retry}
    </Button>
  );
  return (
    <Notice tone="refused" act={again}>
      {copy.house.person.failed}
    </Notice>
  );
}

function PersonRow({ person, onChoose }: { readonly person: DemoPerson; readonly onChoose: () => void }): ReactNode {
  const { copy, say } = useSpeech();
  return (
    <Pressable className="person-row" onPress={onChoose}>
      <View className="unseen">{copy.house.person.switchTo(say(person.label))}</View>
      <View className="person-row__icon">
        <Icon name={icons[person.kind] ?? 'mine'} />
      </View>
      <View className="grow">
        <View className="strong">{say(person.label)}</View>
        <View className="note">{say(person.note)}</View>
      </View>
      <Icon name="forward" size="small" />
    </Pressable>
  );
}

function PeopleBones(): ReactNode {
  return (
    <Skeleton>
      {[1, 2, 3, 4, 5].map((place) => (
        <Bone key={place} width="full" height="button" />
      ))}
    </Skeleton>
  );
}
