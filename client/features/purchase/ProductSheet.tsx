import type { ProductView } from '@shared/goods/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { moneyText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { buzz } from '@/platform/buzz';
import { scanCode } from '@/platform/scan';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Field } from '@/ui/Field';
import { ListRow } from '@/ui/ListRow';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';
import type { Basket } from './useBasket';
import { useProductSearch } from './useProductSearch';
import './ProductSheet.scss';

interface ProductSheetProps {
  readonly open: boolean;
  readonly basket: Basket;
  readonly onClose: () => void;
}

const textMax = 32;

/** Goods to be put in: by word, by bar code (scanned, or typed by a hand scanner that ends with Enter), one tap each. */
export function ProductSheet({ open, basket, onClose }: ProductSheetProps): ReactNode {
  const { copy } = useSpeech();
  return (
    <Sheet open={open} title={copy.purchaseGoods.title} onClose={onClose}>
      <Search basket={basket} onClose={onClose} />
    </Sheet>
  );
}

function Search({ basket, onClose }: Omit<ProductSheetProps, 'open'>): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.purchaseGoods;
  const { text, type, found, trouble, retry, byCode } = useProductSearch();
  const [said, setSaid] = useState<{ readonly tone: 'good' | 'refused'; readonly text: string } | null>(null);
  const put = (product: ProductView): void => {
    basket.add(product);
    setSaid({ tone: 'good', text: words.added(say(product.name)) });
  };
  const take = async (code: string): Promise<void> => {
    const product = await byCode(code);
    if (product === null) setSaid({ tone: 'refused', text: words.unknownCode(code) });
    else put(product);
    type('');
  };
  const scan = async (): Promise<void> => {
    const code = await scanCode();
    if (code === null) return;
    buzz();
    await take(code.trim().slice(0, textMax));
  };
  const enter = (): void => {
    if (text.trim() !== '') void take(text.trim());
  };
  return (
    <>
      <Field label={words.search} hint={words.hint} value={text} onChange={type} lengthMax={textMax} onConfirm={enter} />
      <Keys onScan={scan} onDone={onClose} />
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      {trouble !== null ? <Trouble refusal={trouble} onRetry={retry} /> : <Found found={found} basket={basket} onPut={put} />}
    </>
  );
}

function Keys({ onScan, onDone }: { readonly onScan: () => Promise<void>; readonly onDone: () => void }): ReactNode {
  const words = useSpeech().copy.purchaseGoods;
  return (
    <View className="row product-sheet__keys">
      <View className="grow">
        <Button tone="tint" onPress={onScan}>
          {words.scan}
        </Button>
      </View>
      <View className="grow">
        <Button onPress={onDone}>{words.done}</Button>
      </View>
    </View>
  );
}

interface FoundProps {
  readonly found: readonly ProductView[] | null;
  readonly basket: Basket;
  readonly onPut: (product: ProductView) => void;
}

function Found({ found, basket, onPut }: FoundProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.purchaseGoods;
  if (found === null) {
    return (
      <Skeleton>
        <Bone width="full" height="button" />
        <Bone width="full" height="button" />
      </Skeleton>
    );
  }
  if (found.length === 0) return <Empty icon="bag" title={words.none} note={words.noneNote} />;
  return (
    <>
      {found.map((product) => {
        const units = basket.items.find((item) => item.product.id === product.id)?.units ?? 0;
        return (
          <ListRow
            key={product.id}
            icon="bag"
            title={say(product.name)}
            note={`¥${moneyText(product.priceFen)} · ${product.id}`}
            end={units > 0 ? <View className="num strong">×{units}</View> : null}
            onPress={() => onPut(product)}
          />
        );
      })}
    </>
  );
}
