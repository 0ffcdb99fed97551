import type { PoolContent, PoolTable } from '@shared/game/poolTypes';
import { prizeOf } from '@shared/game/decideDraw';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';
import { oddsText } from './oddsText';
import './OddsTable.scss';

interface OddsTableProps {
  readonly content: PoolContent;
  readonly table: PoolTable;
  /** Units not yet won, by prize. */
  readonly left: Readonly<Record<string, number>>;
  /** Whom it is for, where there is more than one table. */
  readonly tiers: string | null;
  /** Beside the title, and below the table. */
  readonly end?: ReactNode;
  readonly children?: ReactNode;
}

/** One frozen table: every prize with its odds, how many there are and what limits it. */
export function OddsTable({ content, table, left, tiers, end, children }: OddsTableProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.gameDraw.odds;
  return (
    <Card>
      <SectionHead title={tiers === null ? words.table : words.tableFor(tiers)} {...(end === undefined ? {} : { end })} />
      <View {...aria({ role: 'list' })}>
        {table.rows.map(({ prizeId, weight }) => {
          const prize = prizeOf(content, prizeId);
          const facts = [
            prize.stock === null ? words.unlimited : words.stock(numberText(left[prizeId] ?? 0), numberText(prize.stock)),
            prize.perHour === null ? null : words.perHour(numberText(prize.perHour)),
            prize.memberMax === null ? null : words.memberMax(numberText(prize.memberMax)),
          ];
          return (
            <View key={prizeId} className="odds-table__row" {...aria({ role: 'listitem' })}>
              <View className="grow">
                <View className="strong">{say(prize.name)}</View>
                <View className="note num">{facts.filter((fact) => fact !== null).join(' · ')}</View>
              </View>
              <View className="odds-table__odds num">{oddsText(weight, table.total)}</View>
            </View>
          );
        })}
      </View>
      <View className="note odds-table__fallback">{words.fallback(say(prizeOf(content, table.fallback).name))}</View>
      {children}
    </Card>
  );
}
