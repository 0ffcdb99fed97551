import type { PoolTable } from '@shared/game/poolTypes';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { FrozenCard } from '@/features/game/FrozenCard';
import { OddsTable } from '@/features/game/OddsTable';
import { GameFrame } from '@/features/game/GameFrame';
import { PoolRules } from '@/features/game/PoolRules';
import { usePool } from '@/features/game/usePool';
import { useHome } from '@/features/member/useHome';
import { useQuery } from '@/platform/useQuery';
import { Screen } from '@/ui/Screen';

const programmeOffsetMinutes = 480;

/** A pool's rules and odds as they were frozen. Taro asks for the default export. */
export default function OddsPage(): ReactNode {
  const { copy } = useSpeech();
  const { home } = useHome('missing');
  const offsetMinutes = home?.offsetMinutes ?? programmeOffsetMinutes;
  const state = usePool(useQuery('pool') ?? '');
  const { odds } = copy.gameDraw;
  const tiersOf = ({ tierIds }: PoolTable): string =>
    tierIds.length === 0 ? odds.all : tierIds.map((id) => copy.gameDraw.tiers[id]).join(' · ');
  return (
    <Screen title={odds.title}>
      <GameFrame state={state}>
        {(view) => (
          <>
            {view.content.tables.map((table) => (
              <OddsTable
                key={table.tierIds.join('-')}
                content={view.content}
                table={table}
                left={view.left}
                tiers={view.content.tables.length > 1 ? tiersOf(table) : null}
              />
            ))}
            <PoolRules view={view} offsetMinutes={offsetMinutes} />
            <FrozenCard view={view} offsetMinutes={offsetMinutes} />
          </>
        )}
      </GameFrame>
    </Screen>
  );
}
