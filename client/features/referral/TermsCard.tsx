import type { InvitationView } from '@shared/referral/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { giftText } from './giftText';
import './TermsCard.scss';

/** What a friend gets and what I get, and when, before anything is passed on. */
export function TermsCard({ view }: { readonly view: InvitationView }): ReactNode {
  const speech = useSpeech();
  const words = speech.copy.referral;
  const { terms } = view;
  const sides = [
    [words.forFriend, giftText(terms, speech), words.friendWhen],
    [words.forYou, words.giftPoints(numberText(terms.inviterPoints)), words.youWhen],
  ] as const;
  return (
    <Card tone="night">
      <View className="terms-card__hero" {...aria({ role: 'heading', level: 2 })}>
        {words.hero}
      </View>
      <View className="terms-card__sides">
        {sides.map(([who, what, when]) => (
          <View key={who} className="terms-card__side">
            <View className="terms-card__who">{who}</View>
            <View className="terms-card__what num">{what}</View>
            <View className="terms-card__when">{when}</View>
          </View>
        ))}
      </View>
      <Steps view={view} />
    </Card>
  );
}

/** The steps by friends, those reached marked by a check. */
function Steps({ view }: { readonly view: InvitationView }): ReactNode {
  const words = useSpeech().copy.referral;
  const { terms, rewarded, rewardedThisMonth } = view;
  return (
    <>
      {terms.steps.length > 0 && (
        <View className="terms-card__steps" {...aria({ role: 'list', label: words.steps })}>
          {terms.steps.map(({ friends, points }) => {
            const reached = rewarded >= friends;
            return (
              <View key={friends} className={`terms-card__step ${reached ? 'terms-card__step--on' : ''}`} {...aria({ role: 'listitem' })}>
                <View className="terms-card__dot">
                  {reached ? <Icon name="check" size="small" /> : <View className="num">{friends}</View>}
                </View>
                <View className="terms-card__bonus num">{words.stepPoints(numberText(points))}</View>
                <View className="terms-card__friends">{words.stepFriends(friends)}</View>
              </View>
            );
          })}
        </View>
      )}
      <View className="terms-card__sofar num">
        <View>{words.reached(rewarded)}</View>
        <View>{words.month(rewardedThisMonth, terms.perMonthMax)}</View>
      </View>
    </>
  );
}
