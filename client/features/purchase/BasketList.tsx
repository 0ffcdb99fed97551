import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { moneyText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { ProductSheet } from './ProductSheet';
import { type Basket, unitsMost } from './useBasket';
import { UnitsRow } from './UnitsRow';
import './BasketList.scss';

/** Goods put in by product, each with its number, and the key that puts more in. */
export function BasketList({ basket }: { readonly basket: Basket }): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.purchaseGoods;
  const [open, setOpen] = useState(false);
  return (
    <View className="basket-list">
      {basket.items.map(({ product, units }) => {
        const name = say(product.name);
        const change = (next: number): void => basket.change(product.id, next);
        return (
          <UnitsRow
            key={product.id}
            title={name}
            note={`¥${moneyText(product.priceFen)} × ${units}`}
            units={units}
            unitsMax={unitsMost}
            less={words.less(name)}
            more={words.more(name)}
            onChange={change}
          />
        );
      })}
      <View className="basket-list__key">
        <Button tone="tint" size="small" onPress={() => setOpen(true)}>
          {words.open}
        </Button>
      </View>
      <ProductSheet open={open} basket={basket} onClose={() => setOpen(false)} />
    </View>
  );
}
