import type { Bilingual } from '../kernel/bilingual';
import { dayWords } from '../message/dayWords';
import { draftMessage } from '../message/draftMessage';
import type { OutboxMessage } from '../message/types';
import { purchaseDays } from './policy';
import type { Referral } from './types';

/** What an inviter is told about a friend: the step, and what comes of it. */
type ToldStep =
  | { readonly step: 'joined' }
  | { readonly step: 'purchased'; readonly points: number; readonly day: string; readonly purchaseId: string }
  | { readonly step: 'rewarded'; readonly points: number }
  | { readonly step: 'refused' }
  | { readonly step: 'reversed' };

/** The message that tells an inviter of a friend's step; each step of a friend, and each purchase, is told once. */
export function stepMessage({ friendId, inviterId, appeal }: Referral, told: ToldStep, at: number): OutboxMessage {
  const again = told.step === 'purchased' ? `:${told.purchaseId}` : told.step === 'refused' && appeal !== null ? ':again' : '';
  const source = `${friendId}:${told.step}${again}`;
  return draftMessage({ kind: 'invitationStep', source, memberId: inviterId, facts: wordsOf(told) }, at);
}

function wordsOf(told: ToldStep): { readonly step: Bilingual; readonly reward: Bilingual } {
  switch (told.step) {
    case 'joined':
      return {
        step: { zh: '朋友入会了', en: 'A friend has joined' },
        reward: { zh: `${purchaseDays} 天内首次消费，你就有奖励`, en: `A reward follows their first purchase within ${purchaseDays} days` },
      };
    case 'purchased':
      return {
        step: { zh: '朋友首次消费了', en: 'A friend has bought' },
        reward: {
          zh: `${dayWords(told.day, 'zh')}给你 ${told.points} 积分`,
          en: `${told.points} points on ${dayWords(told.day, 'en')}`,
        },
      };
    case 'rewarded':
      return {
        step: { zh: '邀请奖励到账', en: 'Invitation reward' },
        reward: { zh: `${told.points} 积分已到账`, en: `${told.points} points are yours` },
      };
    case 'refused':
      return { step: { zh: '一次邀请没有奖励', en: 'No reward this time' }, reward: { zh: '到邀请页看原因', en: 'The page says why' } };
    case 'reversed':
      return { step: { zh: '邀请奖励已收回', en: 'Reward taken back' }, reward: { zh: '朋友的消费退货了', en: 'Purchase refunded' } };
  }
}
