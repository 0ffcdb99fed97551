import { accept, type Outcome } from '@shared/kernel/refusal';
import type { MessagePreview } from '@shared/message/contract';
import { fillFields, fillWords } from '@shared/message/fillTemplate';
import { sampleFacts } from '@shared/message/sampleFacts';
import { messageKinds, type MessageKind } from '@shared/message/templates';
import { find } from '../../adapters/database';

/** What each kind would say in both languages: with the facts of a message of its kind that was written, or made-up ones when none was. */
export async function preview(): Promise<Outcome<{ readonly previews: readonly MessagePreview[] }>> {
  const previews: MessagePreview[] = [];
  for (const kind of messageKinds) previews.push(await previewOne(kind));
  return accept({ previews });
}

async function previewOne(kind: MessageKind): Promise<MessagePreview> {
  const range = { op: 'gt', value: `${kind}:` } as const;
  const [latest] = await find('outbox', { _id: range, kind }, { limit: 1, order: [['_id', 'asc']] });
  const facts = latest?.facts ?? sampleFacts(kind);
  const [zh, en] = [fillWords(kind, facts, 'zh'), fillWords(kind, facts, 'en')];
  return {
    kind,
    real: latest !== undefined,
    title: { zh: zh.title, en: en.title },
    body: { zh: zh.body, en: en.body },
    fields: { zh: fillFields(kind, facts, 'zh'), en: fillFields(kind, facts, 'en') },
  };
}
