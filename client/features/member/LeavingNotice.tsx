import type { Home } from '@shared/member/contract';
import { type ReactNode, useState } from 'react';
import { momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { takeHome } from './homeStore';

/** For who asked to leave: until when they may stay, and the key for it. Nothing for everybody else. */
export function LeavingNotice({ home }: { readonly home: Home }): ReactNode {
  const { copy, refusal, language } = useSpeech();
  const words = copy.memberRights;
  const [said, setSaid] = useState<string | null>(null);
  // A home kept by an earlier version of this app knows nothing of leaving.
  const leavingAt = (home.leavingAt as number | null | undefined) ?? null;
  if (leavingAt === null) return null;
  const stay = async (): Promise<void> => {
    const answer = await call('member', 'member.stay', {});
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (answer.ok) takeHome(answer.value);
  };
  const key = (
    <Button tone="tint" size="small" onPress={stay}>
      {words.stay}
    </Button>
  );
  return (
    <Notice tone="refused" act={key}>
      {said ?? words.leaving(momentText(leavingAt, home.offsetMinutes, language))}
    </Notice>
  );
}
