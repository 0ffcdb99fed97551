import type { ApplyRow } from '@shared/store/contract';
import { sections, type Section } from '@shared/store/sections';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { Notice } from '@/ui/Notice';
import { SectionHead } from '@/ui/SectionHead';
import { Tag } from '@/ui/Tag';

const toneOf = { created: 'good', updated: 'silk', unchanged: 'quiet', refused: 'warn' } as const;
const orderOf = { refused: 0, created: 1, updated: 2, unchanged: 3 } as const;
/** Rows of a section shown before the rest is asked for. */
const shownFirst = 20;

/** What became, or would become, of a file's rows: the sums, then section by section, refused rows first. */
export function SettingsReport({ rows }: { readonly rows: readonly ApplyRow[] }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.storeSettings;
  const count = (result: ApplyRow['result']): number => rows.filter((row) => row.result === result).length;
  return (
    <Card>
      <SectionHead title={words.sums(count('created'), count('updated'), count('unchanged'), count('refused'))} />
      {count('refused') > 0 && <Notice tone="refused">{words.someRefused}</Notice>}
      {sections.map((section) => (
        <SectionRows key={section} section={section} rows={rows.filter((row) => row.section === section)} />
      ))}
    </Card>
  );
}

function SectionRows({ section, rows }: { readonly section: Section; readonly rows: readonly ApplyRow[] }): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.storeSettings;
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const ordered = [...rows].sort((one, other) => orderOf[one.result] - orderOf[other.result] || one.row - other.row);
  const shown = all ? ordered : ordered.slice(0, shownFirst);
  return (
    <>
      <SectionHead title={words.rowsOf(words.sections[section], rows.length)} />
      {shown.map((row) => (
        <ListRow
          key={row.row}
          title={words.row(row.row, row.id)}
          {...(row.refusal === undefined ? {} : { note: refusal(row.refusal) })}
          end={<Tag tone={toneOf[row.result]}>{words.results[row.result]}</Tag>}
        />
      ))}
      {shown.length < ordered.length && (
        <Button tone="plain" size="small" onPress={() => setAll(true)}>
          {words.more(ordered.length - shown.length)}
        </Button>
      )}
    </>
  );
}
