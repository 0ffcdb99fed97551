import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';
import { loadHome } from './homeStore';

interface LeaveSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Says honestly what leaving means, and asks once more. */
export function LeaveSheet({ open, onClose }: LeaveSheetProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.memberRights;
  const { keyFor, done } = useIntentKey();
  const [said, setSaid] = useState<string | null>(null);
  const leave = async (): Promise<void> => {
    const answer = await call('member', 'member.leave', { key: await keyFor('leave') });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (!answer.ok) return;
    done();
    onClose();
    await loadHome();
  };
  return (
    <Sheet open={open} title={words.leaveAsk} onClose={onClose}>
      {words.leaveMeans.map((line) => (
        <View key={line}>{line}</View>
      ))}
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <Button onPress={onClose}>{words.keepCard}</Button>
      <Button tone="plain" onPress={leave}>
        {words.leaveDo}
      </Button>
    </Sheet>
  );
}
