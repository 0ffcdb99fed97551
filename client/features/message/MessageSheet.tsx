import type { InboxMessage } from '@shared/message/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { openPath } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { Sheet } from '@/ui/Sheet';
import './MessageSheet.scss';

interface MessageSheetProps {
  /** Null when the sheet is closed. */
  readonly message: InboxMessage | null;
  readonly offsetMinutes: number;
  readonly onClose: () => void;
}

/** One message, what became of it, and the way to what it is about. */
export function MessageSheet({ message, offsetMinutes, onClose }: MessageSheetProps): ReactNode {
  const { copy, language, say } = useSpeech();
  const words = copy.message.inbox;
  return (
    <Sheet open={message !== null} title={message === null ? '' : say(message.title)} onClose={onClose}>
      {message !== null && (
        <>
          <View className="label">{momentText(message.at, offsetMinutes, language)}</View>
          <View className="message-sheet__body">{say(message.body)}</View>
          <View className="message-sheet__steps">
            {message.history.map((step, index) => (
              <View key={index} className="row row--apart note">
                <View>{words.states[step.state]}</View>
                <View className="num">{momentText(step.at, offsetMinutes, language)}</View>
              </View>
            ))}
          </View>
          <Button
            onPress={() => {
              onClose();
              openPath(message.page);
            }}
          >
            {words.look}
          </Button>
        </>
      )}
    </Sheet>
  );
}
