import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { chooseTheme, isDark, themeChoice } from '@/platform/theme';
import { IconButton } from './IconButton';

/** Switches between light and dark with one tap. */
export function ThemeKey(): ReactNode {
  const { copy } = useSpeech();
  const choice = useCell(themeChoice);
  const dark = isDark(choice);
  const next = dark ? 'light' : 'dark';
  const label = `${copy.member.mine.theme}：${copy.member.mine.themes[next]}`;
  return <IconButton icon={dark ? 'sun' : 'moon'} label={label} onPress={() => chooseTheme(next)} />;
}
