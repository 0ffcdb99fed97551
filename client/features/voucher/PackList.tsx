import type { PackView } from '@shared/reward/pack';
import { type ReactNode, useEffect } from 'react';
import { dayText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { SectionHead } from '@/ui/SectionHead';
import { Tag } from '@/ui/Tag';
import { Trouble } from '@/ui/Trouble';
import { loadMorePacks, loadPacks, packState } from './packStore';

/** The member's service packs in the wallet; nothing at all where there are none. */
export function PackList(): ReactNode {
  const { copy } = useSpeech();
  const { packs, next, trouble } = useCell(packState);
  useEffect(() => void loadPacks(), []);
  if (trouble !== null && packs === null) return <Trouble refusal={trouble} onRetry={loadPacks} />;
  if (packs === null || packs.length === 0) return null;
  return (
    <Card>
      <SectionHead title={copy.voucher.pack.section} />
      {packs.map((pack) => (
        <PackRow key={pack.packId} pack={pack} />
      ))}
      {next !== null && (
        <Button tone="plain" onPress={loadMorePacks}>
          {copy.house.more}
        </Button>
      )}
    </Card>
  );
}

function PackRow({ pack }: { readonly pack: PackView }): ReactNode {
  const { copy, say, language } = useSpeech();
  const words = copy.voucher.pack;
  const { left, uses, lapsed, endsOn, packId } = pack;
  const over = lapsed || left === 0;
  return (
    <ListRow
      icon="bag"
      title={say(pack.name)}
      note={over ? words.left(left, uses) : `${words.left(left, uses)} · ${words.until(dayText(endsOn, language))}`}
      end={<Tag tone={over ? 'quiet' : 'silk'}>{left === 0 ? words.empty : lapsed ? words.lapsed : words.themes[pack.theme]}</Tag>}
      onPress={() => open('pack', { pack: packId })}
    />
  );
}
