import type { StaffView } from '@shared/store/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { moneyText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Pressable } from '@/ui/Pressable';
import { fenOf } from './amountDigits';
import type { Amounts } from './useAmounts';
import './CategoryChips.scss';

interface CategoryChipsProps {
  readonly categories: StaffView['categories'];
  readonly amounts: Amounts;
}

/** The till's categories, each with what was keyed in for it; the chosen one is filled by the keypad. */
export function CategoryChips({ categories, amounts }: CategoryChipsProps): ReactNode {
  const { copy, say } = useSpeech();
  return (
    <View className="category-chips" {...aria({ role: 'radiogroup', label: copy.purchase.category })}>
      {categories.map(({ id, name, excluded }) => {
        const fen = fenOf(amounts.digitsOf(id));
        const chosen = id === amounts.active;
        return (
          <Pressable
            key={id}
            role="radio"
            className={`category-chips__one ${chosen ? 'category-chips__one--on' : ''}`}
            state={{ checked: chosen }}
            onPress={() => amounts.choose(id)}
          >
            {say(name)}
            {excluded && <View className="category-chips__note">{copy.purchase.excluded}</View>}
            {fen > 0 && <View className="category-chips__amount num">¥{moneyText(fen)}</View>}
          </Pressable>
        );
      })}
    </View>
  );
}
