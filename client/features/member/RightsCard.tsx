import type { ExportView, Home } from '@shared/member/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { copyText } from '@/platform/copyText';
import { useShown } from '@/platform/useShown';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Notice } from '@/ui/Notice';
import { SectionHead } from '@/ui/SectionHead';
import { cheer } from '@/ui/toast';
import { LeaveSheet } from './LeaveSheet';
import './RightsCard.scss';

/** What is mine to ask for: a file of everything about me, and to leave. */
export function RightsCard({ home }: { readonly home: Home }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.memberRights;
  const [asking, setAsking] = useState(false);
  return (
    <Card className="rights-card">
      <SectionHead title={words.exportTitle} />
      <ExportPart offsetMinutes={home.offsetMinutes} />
      {home.leavingAt === null && (
        <>
          <SectionHead title={words.leaveTitle} />
          <View className="note">{words.leaveNote}</View>
          <Button tone="plain" onPress={() => setAsking(true)}>
            {words.leave}
          </Button>
          <LeaveSheet open={asking} onClose={() => setAsking(false)} />
        </>
      )}
    </Card>
  );
}

function ExportPart({ offsetMinutes }: { readonly offsetMinutes: number }): ReactNode {
  const { copy, refusal, language } = useSpeech();
  const words = copy.memberRights;
  const [made, setMade] = useState<ExportView | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const take = async (method: 'member.exportState' | 'member.requestExport'): Promise<void> => {
    const answer = await call('member', method, {});
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (answer.ok) setMade(answer.value);
  };
  useShown(() => void take('member.exportState'));
  const { state, url, lapsesAt } = made ?? { state: 'none', url: null, lapsesAt: null };
  const copyLink = async (): Promise<void> => {
    if (url !== null && (await copyText(url))) cheer(words.copied);
  };
  return (
    <>
      <View className="note">{words.exportNote}</View>
      {said !== null && <Notice tone="refused">{said}</Notice>}
      {state === 'ready' && lapsesAt !== null && (
        <Notice tone="good">{words.exportReady(momentText(lapsesAt, offsetMinutes, language))}</Notice>
      )}
      {state === 'none' && (
        <Button tone="tint" onPress={() => take('member.requestExport')}>
          {words.exportAsk}
        </Button>
      )}
      {state === 'waiting' && <Waiting onLook={() => take('member.exportState')} />}
      {url !== null && (
        <Button tone="tint" onPress={copyLink}>
          {words.copyLink}
        </Button>
      )}
    </>
  );
}

function Waiting({ onLook }: { readonly onLook: () => Promise<void> }): ReactNode {
  const { copy } = useSpeech();
  const look = (
    <Button tone="plain" size="small" onPress={onLook}>
      {copy.memberRights.exportLook}
    </Button>
  );
  return (
    <Notice tone="good" act={look}>
      {copy.memberRights.exportWaiting}
    </Notice>
  );
}
