import { View } from '@tarojs/components';
import { type ReactNode, useRef, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { buzz } from '@/platform/buzz';
import { scanCode } from '@/platform/scan';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { Notice } from '@/ui/Notice';
import { Pressable } from '@/ui/Pressable';
import { type Recognised, recogniseCode } from './recogniseCode';
import { TypedCodeSheet } from './TypedCodeSheet';
import './ScanCard.scss';

export type OwnCode = Extract<Recognised, { readonly code: string }> & { readonly by: 'scan' | 'typed' };

interface ScanCardProps {
  /** A code of ours; gives a sentence when it was refused, else null. */
  readonly onCode: (code: OwnCode) => Promise<string | null>;
  readonly disabled: boolean;
}

/** The one big key of the till: scans either code, and can be typed instead. */
export function ScanCard({ onCode, disabled }: ScanCardProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.store.scan;
  const [typing, setTyping] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const scanning = useRef(false);
  const take = async (text: string, by: OwnCode['by']): Promise<string | null> => {
    const found = recogniseCode(text);
    return found.kind === 'foreign' ? words.notOurs : onCode({ ...found, by });
  };
  const scan = async (): Promise<void> => {
    if (scanning.current) return;
    scanning.current = true;
    const text = await scanCode();
    if (text !== null) {
      buzz();
      setSaid(await take(text, 'scan'));
    }
    scanning.current = false;
  };
  return (
    <Card tone="night">
      <Pressable className="scan-card__key" disabled={disabled} onPress={() => void scan()}>
        <View className="scan-card__disc">
          <Icon name="scan" size="large" />
        </View>
        <View className="scan-card__title">{words.scan}</View>
        <View className="scan-card__note">{words.note}</View>
      </Pressable>
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <Button tone="night" disabled={disabled} onPress={() => setTyping(true)}>
        <Icon name="keypad" />
        {words.typed}
      </Button>
      <TypedCodeSheet open={typing} onClose={() => setTyping(false)} onCode={(text) => take(text, 'typed')} />
    </Card>
  );
}
