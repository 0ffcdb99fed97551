import type { PoolView } from '@shared/game/contract';
import { prizeOf, tableOf } from '@shared/game/decideDraw';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { Pressable } from '@/ui/Pressable';
import { OddsTable } from './OddsTable';

/** The odds that hold for whoever looks, on the very page where they draw; the frozen rules are one tap away. */
export function PoolOdds({ view }: { readonly view: PoolView }): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.gameDraw;
  const { content, card, left } = view;
  const { guarantee } = content;
  const table = (card.mine === null ? null : tableOf(content, card.mine.tier)) ?? content.tables[0];
  if (table === undefined) return null;
  const tiers = table.tierIds.length === 0 ? null : table.tierIds.map((id) => words.tiers[id]).join(' · ');
  const frozen = (
    <Pressable role="link" className="odds-table__frozen" onPress={() => open('odds', { pool: card.id })}>
      {words.odds.isFrozen}
    </Pressable>
  );
  return (
    <OddsTable content={content} table={table} left={left} tiers={tiers} end={frozen}>
      {guarantee !== null && (
        <View className="note">{words.odds.guarantee(guarantee.misses, say(prizeOf(content, guarantee.prizeId).name))}</View>
      )}
    </OddsTable>
  );
}
