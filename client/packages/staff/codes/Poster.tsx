import { View } from '@tarojs/components';
import type { Bilingual } from '@shared/kernel/bilingual';
import type { StoreCodeView } from '@shared/store/contract';
import type { ReactNode } from 'react';
import { groupsOfFour, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { printPage } from '@/platform/printPage';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CodeCanvas } from '@/ui/CodeCanvas';

interface PosterProps {
  readonly code: StoreCodeView;
  readonly shop: Bilingual;
  readonly onClose: () => void;
  /** Null for who may not end it. */
  readonly onEnd: (() => void) | null;
}

/** What hangs in the shop: what a scan gives, a big code, its digits for who cannot scan, and how. Printed without the keys. */
export function Poster({ code, shop, onClose, onEnd }: PosterProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.storeCode;
  return (
    <Card className="poster">
      <View className="poster__sheet">
        <View className="poster__title">{words.posterTitle(say(shop))}</View>
        <View className="poster__gain">{code.kind === 'earn' ? words.posterEarn(numberText(code.points)) : words.posterDraw}</View>
        <View className="poster__code">
          <CodeCanvas id="poster-code" kind="qr" digits={code.code} label={words.qr} />
        </View>
        <View className="poster__digits num">{groupsOfFour(code.code)}</View>
        <View className="poster__how">{words.posterHow}</View>
      </View>
      <View className="poster__keys">
        {printPage !== null && <Button onPress={printPage}>{words.print}</Button>}
        <Button tone="tint" onPress={onClose}>
          {words.closePoster}
        </Button>
        {onEnd !== null && (
          <Button tone="plain" onPress={onEnd}>
            {words.close}
          </Button>
        )}
      </View>
    </Card>
  );
}
