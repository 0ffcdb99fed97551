import type { Welcome } from '@shared/member/contract';
import { useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { cheer } from '@/ui/toast';
import { groupCameFrom } from './groupCameFrom';
import { loadHome, takeHome } from './homeStore';
import { joinInvitation } from './joinInvitation';

/** What is ticked and filled in. Nothing is ticked beforehand. */
export interface JoinDraft {
  readonly nickname: string;
  readonly consented: boolean;
  readonly ageConfirmed: boolean;
  readonly marketing: boolean;
}

export interface Join {
  readonly draft: JoinDraft;
  readonly change: (part: Partial<JoinDraft>) => void;
  /** Why the last try was refused, as a sentence. */
  readonly said: string | null;
  readonly join: () => Promise<void>;
}

const blank: JoinDraft = { nickname: '', consented: false, ageConfirmed: false, marketing: false };

/** Joining: the draft, and sending it. A privacy text that has changed meanwhile must be agreed to anew. */
export function useJoin(welcome: Welcome, onJoined: () => void): Join {
  const { copy, refusal } = useSpeech();
  const [draft, setDraft] = useState(blank);
  const [said, setSaid] = useState<string | null>(null);
  const change = (part: Partial<JoinDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const join = async (): Promise<void> => {
    const { nickname, ...boxes } = draft;
    const name = nickname.trim();
    const [group, invitation] = [groupCameFrom(), joinInvitation.get()];
    const source = { ...(group === null ? {} : { group }), ...(invitation === null ? {} : { invitation }) };
    const request = { ...boxes, source, consentVersion: welcome.consentVersion, ...(name === '' ? {} : { nickname: name }) };
    const answer = await call('member', 'member.join', request);
    if (answer.ok) {
      takeHome(answer.value);
      cheer(copy.member.join.done(numberText(welcome.welcomePoints)));
      onJoined();
      return;
    }
    setSaid(refusal(answer.refusal));
    if (answer.refusal.code !== 'member.consentStale') return;
    change({ consented: false });
    await loadHome();
  };
  return { draft, change, said, join };
}
