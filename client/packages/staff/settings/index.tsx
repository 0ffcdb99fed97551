import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { OfficeGate } from '@/features/store/OfficeGate';
import { SettingsBoard } from '@/features/store/SettingsBoard';

/** Settings by a file, for operators. Taro asks for the default export. */
export default function SettingsPage(): ReactNode {
  const { copy } = useSpeech();
  return <OfficeGate words={copy.storeSettings}>{() => <SettingsBoard />}</OfficeGate>;
}
