import { accept, type Outcome } from '@shared/kernel/refusal';
import type { Section } from '@shared/store/sections';
import { find } from '../../adapters/database';

const pageRows = 500;

interface Item {
  readonly id: string;
  readonly name: string;
}

/** Ids and names of what a section holds, by id, 500 at a time. */
export async function listSection(
  _who: unknown,
  input: { section: Section; after?: string | undefined },
): Promise<Outcome<{ readonly items: readonly Item[] }>> {
  const documents = await find(
    input.section,
    { _id: { op: 'gt', value: input.after ?? '' } },
    { limit: pageRows, order: [['_id', 'asc']] },
  );
  return accept({ items: documents.map(({ _id, name }) => ({ id: _id, name: typeof name === 'string' ? name : name.zh })) });
}
