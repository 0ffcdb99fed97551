import type { Refusal } from '@shared/kernel/refusal';
import type { ApplyRow } from '@shared/store/contract';
import { readSettings, settingsBatches, type SettingsFile, type SettingsRefusal } from '@shared/store/settingsFile';
import { useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { chooseTextFile } from '@/platform/textFile';

/** How far a file is: read, gone through without writing, written; or why it cannot go on. */
export type SettingsStage =
  | { readonly at: 'none' }
  | { readonly at: 'unread'; readonly name: string; readonly refusal: Refusal<SettingsRefusal> }
  | { readonly at: 'sending'; readonly name: string; readonly dryRun: boolean; readonly done: number; readonly all: number }
  | { readonly at: 'tried' | 'written'; readonly name: string; readonly rows: readonly ApplyRow[] }
  | { readonly at: 'stopped'; readonly name: string; readonly refusal: Refusal<CodeOf<'console', 'store.apply'>> };

interface Settings {
  readonly stage: SettingsStage;
  /** Lets the operator choose a file and goes through it without writing. */
  readonly choose: () => Promise<void>;
  /** Goes through the file again, writing or not. */
  readonly send: (dryRun: boolean) => Promise<void>;
}

/** Takes a settings file through its trial to being written. */
export function useSettings(): Settings {
  const [stage, setStage] = useState<SettingsStage>({ at: 'none' });
  const [chosen, setChosen] = useState<{ readonly name: string; readonly file: SettingsFile } | null>(null);
  const sendFile = async (name: string, file: SettingsFile, dryRun: boolean): Promise<void> => {
    const batches = settingsBatches(file);
    const all = batches.reduce((sum, { rows }) => sum + rows.length, 0);
    const rows: ApplyRow[] = [];
    for (const batch of batches) {
      setStage({ at: 'sending', name, dryRun, done: rows.length, all });
      const answer = await call('console', 'store.apply', { ...batch, dryRun });
      if (!answer.ok) {
        setStage({ at: 'stopped', name, refusal: answer.refusal });
        return;
      }
      rows.push(...answer.value.rows);
    }
    setStage({ at: dryRun ? 'tried' : 'written', name, rows });
  };
  return {
    stage,
    async choose() {
      const picked = await chooseTextFile('json');
      if (picked === null) return;
      const read = readSettings(picked.text);
      setChosen(read.ok ? { name: picked.name, file: read.value } : null);
      if (read.ok) await sendFile(picked.name, read.value, true);
      else setStage({ at: 'unread', name: picked.name, refusal: read.refusal });
    },
    send: (dryRun) => (chosen === null ? Promise.resolve() : sendFile(chosen.name, chosen.file, dryRun)),
  };
}
