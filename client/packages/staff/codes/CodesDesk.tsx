import { View } from '@tarojs/components';
import type { StaffView, StoreCodeView } from '@shared/store/contract';
import { type ReactNode, useEffect, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { ListRow } from '@/ui/ListRow';
import { Notice } from '@/ui/Notice';
import { SectionHead } from '@/ui/SectionHead';
import { Sheet } from '@/ui/Sheet';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';
import { MakeCodeCard } from './MakeCodeCard';
import { Poster } from './Poster';
import { useStoreCodes } from './useStoreCodes';
import './index.scss';

/** The codes in use, the poster of one of them, and for leads the keys to make and end. */
export function CodesDesk({ staff }: { readonly staff: StaffView }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.storeCode;
  const lead = staff.roles.includes('lead');
  const state = useStoreCodes();
  const { codes, trouble, said, load } = state;
  const [shown, setShown] = useState<StoreCodeView | null>(null);
  const [ending, setEnding] = useState(false);
  // Not when the page is shown: this part of it may come after that, once it is known who works here.
  useEffect(() => void load(), [load]);
  const end = async (): Promise<void> => {
    if (shown !== null && (await state.end(shown.code))) setShown(null);
    setEnding(false);
  };
  return (
    <View className="codes-desk">
      {said !== null && <Notice tone="refused">{said}</Notice>}
      {shown !== null && (
        <Poster code={shown} shop={staff.shop.name} onClose={() => setShown(null)} onEnd={lead ? () => setEnding(true) : null} />
      )}
      {shown === null && lead && <MakeCodeCard onMake={async (wanted) => setShown(await state.make(wanted))} />}
      {trouble !== null && <Trouble refusal={trouble} onRetry={load} />}
      {codes === null && trouble === null && (
        <Skeleton>
          <Bone width="full" height="block" />
        </Skeleton>
      )}
      {codes !== null && shown === null && <CodeList codes={codes} lead={lead} onOpen={setShown} />}
      <Sheet open={ending} title={words.close} onClose={() => setEnding(false)}>
        <View>{words.closeAsk}</View>
        <Button onPress={end}>{words.closeDo}</Button>
        <Button tone="plain" onPress={() => setEnding(false)}>
          {copy.house.cancel}
        </Button>
      </Sheet>
    </View>
  );
}

interface CodeListProps {
  readonly codes: readonly StoreCodeView[];
  readonly lead: boolean;
  readonly onOpen: (code: StoreCodeView) => void;
}

function CodeList({ codes, lead, onOpen }: CodeListProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.storeCode;
  if (codes.length === 0) return <Empty icon="code" title={words.none} note={lead ? words.noneLead : words.noneClerk} />;
  return (
    <Card>
      <SectionHead title={words.open} />
      {codes.map((code) => (
        <ListRow
          key={code.code}
          icon="code"
          title={code.kind === 'earn' ? words.gives(numberText(code.points)) : words.givesChance}
          note={`${words.perDayText(numberText(code.perDayMax))} · …${code.code.slice(-4)}`}
          onPress={() => onOpen(code)}
        />
      ))}
    </Card>
  );
}
