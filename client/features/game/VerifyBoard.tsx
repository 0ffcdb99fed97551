import type { PoolView } from '@shared/game/contract';
import { prizeOf, tableOf } from '@shared/game/decideDraw';
import type { DrawRecord } from '@shared/game/drawTypes';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { momentText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { ListRow } from '@/ui/ListRow';
import { Notice } from '@/ui/Notice';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Tag } from '@/ui/Tag';
import { Trouble } from '@/ui/Trouble';
import { useVerify } from './useVerify';

interface VerifyBoardProps {
  readonly view: PoolView;
  readonly offsetMinutes: number;
}

/** The member's draws of a closed pool, each recomputed on this phone. */
export function VerifyBoard({ view, offsetMinutes }: VerifyBoardProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.gameDraw.verify;
  const { verified, trouble, verify } = useVerify(view, offsetMinutes);
  if (view.secret === null) return <NotYet poolId={view.card.id} />;
  if (trouble !== null) return <Trouble refusal={trouble} onRetry={verify} />;
  if (verified === null) {
    return (
      <Skeleton>
        <Bone width="full" height="block" />
      </Skeleton>
    );
  }
  const { draws, wrong } = verified;
  if (draws.length === 0) return <Empty icon="shield" title={words.none} note={words.noneNote} />;
  return (
    <>
      <Notice tone={wrong === null ? 'good' : 'refused'}>
        {wrong === null ? words.good(numberText(draws.length)) : words.bad(wrong + 1)}
      </Notice>
      <Card>
        {draws.map((draw) => (
          <VerifiedRow
            key={draw.counter}
            draw={draw}
            wrong={wrong !== null && draw.counter >= wrong}
            view={view}
            offsetMinutes={offsetMinutes}
          />
        ))}
        <Button tone="tint" onPress={verify}>
          {words.again}
        </Button>
      </Card>
      <View className="note">{words.how}</View>
      <View className="note">{words.limit}</View>
    </>
  );
}

/** Before the secret is told: when that will be, and what can be read until then. */
function NotYet({ poolId }: { readonly poolId: string }): ReactNode {
  const words = useSpeech().copy.gameDraw.verify;
  return (
    <Empty icon="shield" title={words.open} note={words.openNote}>
      <Button tone="tint" onPress={() => open('odds', { pool: poolId })}>
        {words.toFrozen}
      </Button>
    </Empty>
  );
}

function VerifiedRow({
  draw,
  wrong,
  view,
  offsetMinutes,
}: VerifyBoardProps & { readonly draw: DrawRecord; readonly wrong: boolean }): ReactNode {
  const { copy, say, language } = useSpeech();
  const words = copy.gameDraw.verify;
  const content = view.revisions.find((each) => each.revision === draw.revision)?.content ?? view.content;
  const total = tableOf(content, draw.tier)?.total ?? 0;
  const fell = words.pick(numberText(draw.pick), numberText(total));
  return (
    <ListRow
      title={`${words.nth(draw.counter + 1)} · ${say(prizeOf(content, draw.given).name)}`}
      note={`${momentText(draw.at, offsetMinutes, language)} · ${fell}`}
      end={<Tag tone={wrong ? 'warn' : 'good'}>{wrong ? words.differs : words.matches}</Tag>}
    />
  );
}
