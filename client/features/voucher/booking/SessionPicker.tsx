import type { EarlyAccess, SessionList, SessionView } from '@shared/voucher/booking/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText } from '@/copy/format';
import { type Speech, useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Pressable } from '@/ui/Pressable';
import { SectionHead } from '@/ui/SectionHead';
import { spanText, weekdayName } from './bookingText';
import './SessionPicker.scss';

interface SessionPickerProps {
  readonly list: SessionList;
  readonly offsetMinutes: number;
  readonly online: boolean;
  /** Takes the session chosen; what was chosen is forgotten where it could not be had. */
  readonly onTake: (sessionId: string) => Promise<boolean>;
}

/** Shop, then day, then time with the places left, and the key that takes it. What there is only one of is chosen already. */
export function SessionPicker({ list, offsetMinutes, online, onTake }: SessionPickerProps): ReactNode {
  const speech = useSpeech();
  const { copy, say } = speech;
  const words = copy.booking.page;
  const { shop, days, day, times, chosen, want } = useChoice(list);
  const take = async (): Promise<void> => {
    if (chosen !== null && !(await onTake(chosen.sessionId))) want({ session: '' });
  };
  const confirm = list.booked === null ? words.confirm : words.confirmChange;
  return (
    <>
      <Card>
        <Choices
          label={words.shops}
          value={shop?.shopId}
          options={list.shops.map(({ shopId, name }) => ({ value: shopId, text: say(name) }))}
          onChoose={(value) => want({ shop: value, day: '', session: '' })}
        />
        <Choices
          label={words.days}
          value={day}
          options={days.map((each) => ({ value: each, text: weekdayName(each, speech), more: dayText(each, speech.language) }))}
          grid
          onChoose={(value) => want({ day: value, session: '' })}
        />
        <Times list={list} times={times} chosen={chosen} offsetMinutes={offsetMinutes} onChoose={(session) => want({ session })} />
      </Card>
      <Button onPress={take} disabled={chosen === null || !online}>
        {chosen === null ? words.chooseFirst : confirm}
      </Button>
      {list.early !== null && <View className="note session-rules num">{earlyText(list.early, speech)}</View>}
      <View className="note session-rules">{words.rules(list.closesHours, list.earlyMinutes, list.lateMinutes)}</View>
    </>
  );
}

/** Who books earlier: you, or those of a higher tier. */
function earlyText({ days, tiers, mine }: EarlyAccess, { copy, say }: Speech): string {
  const words = copy.booking.page;
  return mine ? words.earlyMine(days) : words.earlyTiers(tiers.map(say).join(words.and), days);
}

interface Choice {
  readonly shop: SessionList['shops'][number] | undefined;
  readonly days: readonly string[];
  readonly day: string | undefined;
  readonly times: readonly SessionView[];
  /** Null until a session is chosen that can be had. */
  readonly chosen: SessionView | null;
  readonly want: (change: Partial<Wanted>) => void;
}

interface Wanted {
  readonly shop: string;
  readonly day: string;
  readonly session: string;
}

/** What was chosen of what there is: the first shop, and its first day with a place, until the person says otherwise. */
function useChoice(list: SessionList): Choice {
  const [wanted, setWanted] = useState<Wanted>({ shop: '', day: '', session: '' });
  const shop = list.shops.find(({ shopId }) => shopId === wanted.shop) ?? list.shops[0];
  const here = list.sessions.filter(({ shopId }) => shopId === shop?.shopId);
  const days = [...new Set(here.map(({ day }) => day))];
  const day = days.find((each) => each === wanted.day) ?? here.find(({ left }) => left > 0)?.day ?? days[0];
  const times = here.filter((session) => session.day === day);
  const chosen = times.find((session) => session.sessionId === wanted.session && isFree(session, list)) ?? null;
  return { shop, days, day, times, chosen, want: (change) => setWanted({ ...wanted, ...change }) };
}

function isFree({ sessionId, left }: SessionView, { booked }: SessionList): boolean {
  return left > 0 && sessionId !== booked?.sessionId;
}

interface ChoicesProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly text: string; readonly more?: string }[];
  /** In columns of one width. */
  readonly grid?: boolean;
  readonly onChoose: (value: string) => void;
}

function Choices({ label, value, options, grid = false, onChoose }: ChoicesProps): ReactNode {
  return (
    <>
      <SectionHead title={label} />
      <View className={`session-choices ${grid ? 'session-choices--grid' : ''}`} {...aria({ role: 'radiogroup', label })}>
        {options.map((option) => (
          <Pressable
            key={option.value}
            role="radio"
            className={`session-choice ${option.value === value ? 'session-choice--on' : ''}`}
            state={{ checked: option.value === value }}
            onPress={() => onChoose(option.value)}
          >
            {option.text}
            {option.more !== undefined && <View className="session-choice__more num">{option.more}</View>}
          </Pressable>
        ))}
      </View>
    </>
  );
}

interface TimesProps {
  readonly list: SessionList;
  readonly times: readonly SessionView[];
  readonly chosen: SessionView | null;
  readonly offsetMinutes: number;
  readonly onChoose: (sessionId: string) => void;
}

function Times({ list, times, chosen, offsetMinutes, onChoose }: TimesProps): ReactNode {
  const words = useSpeech().copy.booking.page;
  return (
    <>
      <SectionHead title={words.times} />
      <View className="session-times" {...aria({ role: 'radiogroup', label: words.times })}>
        {times.map((session) => (
          <SessionTime
            key={session.sessionId}
            session={session}
            list={list}
            offsetMinutes={offsetMinutes}
            chosen={chosen === session}
            onChoose={() => onChoose(session.sessionId)}
          />
        ))}
      </View>
    </>
  );
}

interface SessionTimeProps {
  readonly session: SessionView;
  readonly list: SessionList;
  readonly offsetMinutes: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function SessionTime({ session, list, offsetMinutes, chosen, onChoose }: SessionTimeProps): ReactNode {
  const speech = useSpeech();
  const words = speech.copy.booking.page;
  const yours = session.sessionId === list.booked?.sessionId;
  const left = session.left > 0 ? words.left(session.left) : words.full;
  return (
    <Pressable
      role="radio"
      className={`session-time ${chosen ? 'session-time--on' : ''} ${isFree(session, list) ? '' : 'session-time--none'}`}
      state={{ checked: chosen }}
      disabled={!isFree(session, list)}
      onPress={onChoose}
    >
      <View className="session-time__span num">{spanText(session, offsetMinutes, speech)}</View>
      <View className="session-time__left num">{yours ? words.yours : left}</View>
    </Pressable>
  );
}
