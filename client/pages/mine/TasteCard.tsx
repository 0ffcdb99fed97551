import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { chooseLanguage, languageChoice } from '@/platform/language';
import { chooseTheme, themeChoice } from '@/platform/theme';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';
import { Segmented } from '@/ui/Segmented';
import './TasteCard.scss';

/** Language and appearance: as the phone says, or chosen here. */
export function TasteCard(): ReactNode {
  const { copy } = useSpeech();
  const language = useCell(languageChoice);
  const theme = useCell(themeChoice);
  const words = copy.member.mine;
  return (
    <Card>
      <SectionHead title={words.taste} />
      <View className="taste-card__name note">{words.language}</View>
      <Segmented
        label={words.language}
        value={language}
        onChange={chooseLanguage}
        options={(['phone', 'zh', 'en'] as const).map((value) => ({ value, text: words.languages[value] }))}
      />
      <View className="taste-card__name note">{words.theme}</View>
      <Segmented
        label={words.theme}
        value={theme}
        onChange={chooseTheme}
        options={(['phone', 'light', 'dark'] as const).map((value) => ({ value, text: words.themes[value] }))}
      />
    </Card>
  );
}
