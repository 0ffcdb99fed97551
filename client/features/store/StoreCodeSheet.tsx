import type { StoreCodeGain } from '@shared/member/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { buzz } from '@/platform/buzz';
import { call } from '@/platform/call';
import { open as openPage } from '@/platform/navigate';
import { scanCode } from '@/platform/scan';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';
import './StoreCodeSheet.scss';

interface StoreCodeSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Runs when a code gave something: what others show of points and chances is old then. */
  readonly onGained: () => Promise<void>;
}

const storeCode = /^6\d{15}$/;
/** Sixteen digits with room for the blanks between groups of four. */
const fieldMax = 19;

interface Scanned {
  readonly said: string | null;
  readonly gain: StoreCodeGain | null;
  /** Takes a code's text; says whether it gave something. */
  readonly take: (text: string) => Promise<boolean>;
  readonly forget: () => void;
}

function useScanned(onGained: () => Promise<void>): Scanned {
  const { copy, refusal } = useSpeech();
  const { keyFor, done } = useIntentKey();
  const [said, setSaid] = useState<string | null>(null);
  const [gain, setGain] = useState<StoreCodeGain | null>(null);
  const take = async (text: string): Promise<boolean> => {
    const code = text.replace(/\s/g, '');
    if (!storeCode.test(code)) {
      setSaid(copy.storeCode.notOurs);
      return false;
    }
    const answer = await call('member', 'member.scanStoreCode', { key: await keyFor(code), code });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (!answer.ok) return false;
    done();
    setGain(answer.value);
    await onGained();
    return true;
  };
  const forget = (): void => {
    setSaid(null);
    setGain(null);
  };
  return { said, gain, take, forget };
}

/** Scans (or takes typed) a shop's poster code and says what it gave, or why not. */
export function StoreCodeSheet({ open, onClose, onGained }: StoreCodeSheetProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.storeCode;
  const [typed, setTyped] = useState('');
  const { said, gain, take, forget } = useScanned(onGained);
  const scan = async (): Promise<void> => {
    const text = await scanCode();
    if (text === null) return;
    buzz();
    await take(text);
  };
  const takeTyped = async (): Promise<void> => {
    if (await take(typed)) setTyped('');
  };
  const close = (): void => {
    forget();
    onClose();
  };
  return (
    <Sheet open={open} title={words.scanRow} onClose={close}>
      {gain === null && <View className="note store-code-sheet__intro">{words.scanIntro}</View>}
      {said !== null && <Notice tone="refused">{said}</Notice>}
      {gain !== null && <Gained gain={gain} onPlay={close} />}
      {gain === null && (
        <>
          <Button onPress={scan}>
            <Icon name="scan" />
            {words.scan}
          </Button>
          <View className="store-code-sheet__typed">
            <Field label={words.typed} value={typed} onChange={setTyped} digits lengthMax={fieldMax} />
          </View>
          <Button tone="tint" disabled={!storeCode.test(typed.replace(/\s/g, ''))} onPress={takeTyped}>
            {words.typedDo}
          </Button>
        </>
      )}
    </Sheet>
  );
}

function Gained({ gain, onPlay }: { readonly gain: StoreCodeGain; readonly onPlay: () => void }): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.storeCode;
  const { points, chances, shop } = gain;
  const play = (): void => {
    onPlay();
    openPage('play');
  };
  return (
    <>
      <Notice tone="good">{chances > 0 ? words.gotChance(say(shop)) : words.gotPoints(numberText(points), say(shop))}</Notice>
      {chances > 0 && <Button onPress={play}>{words.play}</Button>}
    </>
  );
}
