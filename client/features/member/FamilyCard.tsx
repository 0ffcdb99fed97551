import { dayOf } from '@shared/kernel/time';
import type { FamilyMemberView, FamilyView } from '@shared/member/familyContract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { Avatar } from '@/ui/Avatar';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { SectionHead } from '@/ui/SectionHead';
import { cheer } from '@/ui/toast';
import { PartSheet } from './PartSheet';

interface FamilyCardProps {
  readonly family: FamilyView;
  readonly onChange: (family: FamilyView) => void;
}

/** The account's people as its holder sees them: what each brought and earned, and letting one go. */
export function FamilyCard({ family, onChange }: FamilyCardProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.family;
  const [going, setGoing] = useState<FamilyMemberView | null>(null);
  const nameOf = (member: FamilyMemberView): string => member.nickname || words.somebody;
  return (
    <Card>
      <SectionHead title={words.titles[family.kind]} end={words.people(family.people, family.most)} />
      {family.role === 'alone' && <View className="note">{words.aloneNote}</View>}
      {family.role === 'holder' && <ListRow icon="star" title={words.holder} />}
      {family.members.map((member) => (
        <MemberRow
          key={member.memberId}
          member={member}
          name={nameOf(member)}
          offsetMinutes={family.offsetMinutes}
          onGo={() => setGoing(member)}
        />
      ))}
      <PartSheet
        open={going !== null}
        title={words.removeAsk(going === null ? '' : nameOf(going))}
        note={words.removeNote}
        does={words.removeDo}
        act={async () => {
          const answer = await call('member', 'family.remove', { memberId: going?.memberId ?? '' });
          if (!answer.ok) return answer.refusal;
          if (going !== null) cheer(words.removeDone(nameOf(going)));
          setGoing(null);
          onChange(answer.value);
          return null;
        }}
        onClose={() => setGoing(null)}
      />
    </Card>
  );
}

interface MemberRowProps {
  readonly member: FamilyMemberView;
  readonly name: string;
  readonly offsetMinutes: number;
  readonly onGo: () => void;
}

function MemberRow({ member, name, offsetMinutes, onGo }: MemberRowProps): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.family;
  const { avatarUrl, brought, earned, cardTail, joinedAt } = member;
  const gave = words.gave(brought < 0 ? `−${numberText(brought)}` : numberText(brought), numberText(earned));
  const note = [gave, words.tail(cardTail), words.since(dayText(dayOf(joinedAt, offsetMinutes), language))].join(' · ');
  return (
    <ListRow
      face={<Avatar url={avatarUrl} name={name} />}
      title={name}
      note={note}
      end={
        <Button size="small" tone="tint" label={words.removeName(name)} onPress={onGo}>
          {words.remove}
        </Button>
      }
    />
  );
}
