import type { ReviewRow } from '@shared/referral/contract';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { momentText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Tag } from '@/ui/Tag';
import './ReviewFacts.scss';

interface ReviewFactsProps {
  readonly row: ReviewRow;
  readonly offsetMinutes: number;
}

/** Everything an operator has to go by: what the rules say, when things happened, and the inviter's own words. */
export function ReviewFacts({ row, offsetMinutes }: ReviewFactsProps): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.referralReview;
  const moment = (at: number): string => momentText(at, offsetMinutes, language);
  const facts: readonly (readonly [string, string])[] = [
    [words.opened, moment(row.openedAt)],
    [words.joined, row.joinedAt === null ? words.notYet : moment(row.joinedAt)],
    [words.state, words.states[row.state]],
    [words.inviter, row.inviterId],
    [words.invitee, row.inviteeId ?? words.notYet],
  ];
  return (
    <View className="review-facts">
      <View className="row row--apart">
        <View className="strong">{words.since(moment(row.waitingSince))}</View>
        <Tag tone="warn">{words.score(numberText(row.score))}</Tag>
      </View>
      <View className="review-facts__signals">
        {row.signals.length === 0 && <View className="note">{words.noSignal}</View>}
        {row.signals.map((signal) => (
          <View key={signal} className="review-facts__signal">
            {words.signals[signal]}
          </View>
        ))}
      </View>
      {facts.map(([name, fact]) => (
        <View key={name} className="review-facts__fact">
          <View className="note">{name}</View>
          <Text userSelect className="review-facts__value">
            {fact}
          </Text>
        </View>
      ))}
      {row.reviewed !== null && <Said title={words.before(moment(row.reviewed.at))} words={row.reviewed.reason} />}
      {row.appeal !== null && <Said title={words.appeal} words={row.appeal} />}
    </View>
  );
}

function Said({ title, words }: { readonly title: string; readonly words: string }): ReactNode {
  return (
    <View className="review-facts__said">
      <View className="note">{title}</View>
      <View>{words}</View>
    </View>
  );
}
