import { accept, refuse, type Outcome } from '../kernel/refusal';
import { rowsPerCallMax, sections, type Section } from './sections';

/** A file of settings: sections with rows. */
export type SettingsFile = Readonly<Partial<Record<Section, readonly unknown[]>>>;

/** Why a text is no such file. */
export type SettingsRefusal = 'settings.notJson' | 'settings.notSections' | 'settings.unknownSection' | 'settings.notRows';

/** Reads a file's text as settings: one JSON object whose fields are sections, each a list of rows. The rows are judged when applied. */
export function readSettings(text: string): Outcome<SettingsFile, SettingsRefusal> {
  const parsed = parseJson(text);
  if (parsed === undefined) return refuse('settings.notJson');
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return refuse('settings.notSections');
  for (const [section, rows] of Object.entries(parsed)) {
    if (!sections.some((known) => known === section)) return refuse('settings.unknownSection', { section });
    if (!Array.isArray(rows)) return refuse('settings.notRows', { section });
  }
  return accept(parsed);
}

/** What one call of `store.apply` carries. */
export interface SettingsBatch {
  readonly section: Section;
  readonly rows: unknown[];
  /** 0-based place of the first row in its section. */
  readonly firstRow: number;
}

/** A file in calls of at most 200 rows, section by section in the order that references need. */
export function settingsBatches(file: SettingsFile): readonly SettingsBatch[] {
  return sections.flatMap((section) => {
    const rows = file[section] ?? [];
    const calls = Math.ceil(rows.length / rowsPerCallMax);
    return Array.from({ length: calls }, (_, call) => {
      const firstRow = call * rowsPerCallMax;
      return { section, rows: rows.slice(firstRow, firstRow + rowsPerCallMax), firstRow };
    });
  });
}

function parseJson(text: string): unknown {
  try {
    // A byte order mark is what some editors put in front.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
