import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { fillGaps } from '@/copy/refusals';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Notice } from '@/ui/Notice';
import { SectionHead } from '@/ui/SectionHead';
import { SettingsReport } from './SettingsReport';
import { useSettings } from './useSettings';
import './SettingsBoard.scss';

/** Where an operator takes a settings file through its trial and has it written. */
export function SettingsBoard(): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.storeSettings;
  const { stage, choose, send } = useSettings();
  const again = (
    <Button tone="tint" size="small" onPress={() => send(true)}>
      {copy.house.retry}
    </Button>
  );
  const worth = stage.at === 'tried' ? stage.rows.filter(({ result }) => result === 'created' || result === 'updated').length : 0;
  return (
    <View className="settings-board">
      <Card>
        <SectionHead title={stage.at === 'none' ? words.title : stage.name} />
        <View className="note settings-board__intro">{words.intro}</View>
        {stage.at === 'sending' && (
          <Notice tone="note">
            {stage.dryRun ? words.trying : words.writing} {words.progress(stage.done, stage.all)}
          </Notice>
        )}
        {stage.at === 'unread' && <Notice tone="refused">{fillGaps(words.faults[stage.refusal.code], stage.refusal.args)}</Notice>}
        {stage.at === 'stopped' && (
          <Notice tone={stage.refusal.code === 'net.offline' ? 'offline' : 'refused'} act={again}>
            {refusal(stage.refusal)}
          </Notice>
        )}
        {stage.at === 'tried' && <Notice tone="note">{worth === 0 ? words.nothing : words.tried}</Notice>}
        {stage.at === 'written' && <Notice tone="good">{words.written}</Notice>}
        {worth > 0 && <Button onPress={() => send(false)}>{words.write(worth)}</Button>}
        <Button tone={worth > 0 ? 'tint' : 'silk'} disabled={stage.at === 'sending'} onPress={choose}>
          {stage.at === 'none' ? words.choose : words.chooseOther}
        </Button>
      </Card>
      {(stage.at === 'tried' || stage.at === 'written') && <SettingsReport rows={stage.rows} />}
    </View>
  );
}
