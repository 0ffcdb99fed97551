import fc from 'fast-check';
import { minuteMs } from '@shared/kernel/time';
import { hearGrant, loseGrants, type GrantWord } from '@shared/message/grants';
import { grantsLeft, noticesOf, withPush, type Notices } from '@shared/message/notices';
import { readPlatformEvent } from '@shared/message/platformEvent';

const nobody = noticesOf({});
const word = (by: GrantWord['by'], accepted: boolean, at = 0): GrantWord => ({ topic: 'draw', accepted, by, at, source: `${by}${at}` });
const after = (...words: readonly GrantWord[]): Notices => words.reduce((notices, each) => hearGrant(notices, 'm', each).notices, nobody);
const left = (...words: readonly GrantWord[]): number => grantsLeft(after(...words), 'draw');

test.each([
  ['the phone alone', [word('phone', true)], 1],
  ['the event alone', [word('event', true)], 1],
  ['both, the phone first', [word('phone', true), word('event', true, 2000)], 1],
  ['both, the event first', [word('event', true), word('phone', true, 2000)], 1],
  ['a claim that the platform denies', [word('phone', true), word('event', false, 2000)], 0],
  ['a refusal that the platform knows as an accept', [word('phone', false), word('event', true, 2000)], 1],
  ['a phone that claims what the platform denied', [word('event', false), word('phone', true, 2000)], 0],
  ['two questions, each told by both', [word('phone', true), word('event', true, 1), word('phone', true, 2), word('event', true, 3)], 2],
  ['an event too late to be of the same question', [word('phone', true), word('event', true, 11 * minuteMs)], 2],
])('%s: as many grants as the person gave', (_what, words, expected) => {
  expect(left(...words)).toBe(expected);
});

test('a claim that is denied after its grant was used takes nothing more', () => {
  const used = withPush(after(word('phone', true)), { id: 'x', at: 1, topic: 'draw' });
  const { notices, entries } = hearGrant(used, 'm', word('event', false, 2));
  expect(grantsLeft(notices, 'draw')).toBe(0);
  expect(entries).toMatchObject([{ kind: 'refused', delta: 0 }]);
});

test('switched off in WeChat’s settings: all grants of the template are gone', () => {
  const { notices, entries } = loseGrants(after(word('phone', true), word('phone', true, 1)), 'm', { topic: 'draw', at: 2, source: 's' });
  expect(grantsLeft(notices, 'draw')).toBe(0);
  expect(entries).toMatchObject([{ kind: 'gone', delta: -2 }]);
});

test('whatever is heard in whatever order, the entries add up to what is left, which is never below zero', () => {
  const anyWord = fc.record({
    by: fc.constantFrom('phone' as const, 'event' as const),
    accepted: fc.boolean(),
    at: fc.integer({ min: 0, max: 60 * minuteMs }),
  });
  fc.assert(
    fc.property(fc.array(anyWord, { maxLength: 30 }), (words) => {
      let notices = nobody;
      let sum = 0;
      words.forEach((each, index) => {
        const heard = hearGrant(notices, 'm', { ...each, topic: 'draw', source: String(index) });
        notices = heard.notices;
        sum += heard.entries.reduce((total, entry) => total + entry.delta, 0);
        expect(grantsLeft(notices, 'draw')).toBeGreaterThanOrEqual(0);
      });
      expect(grantsLeft(notices, 'draw')).toBe(sum);
    }),
  );
});

const popup = {
  ToUserName: 'gh_1',
  FromUserName: 'oAnna',
  CreateTime: '1795312800',
  MsgType: 'event',
  Event: 'subscribe_msg_popup_event',
  List: [{ TemplateId: 'tpl', SubscribeStatusString: 'accept', PopupScene: '0' }],
};

test('reads the platform’s events in their documented form, with one item or several', () => {
  const item = { templateId: 'tpl', accepted: true, msgId: '', errorCode: '' };
  expect(readPlatformEvent(popup)).toEqual({ kind: 'popup', openid: 'oAnna', at: 1_795_312_800_000, items: [item] });
  expect(readPlatformEvent({ ...popup, CreateTime: 1_795_312_800, List: popup.List[0] })?.items).toEqual([item]);
  const sent = { TemplateId: 'tpl', MsgID: '18643', ErrorCode: '0', ErrorStatus: 'success' };
  expect(readPlatformEvent({ ...popup, Event: 'subscribe_msg_sent_event', List: [sent] })).toMatchObject({
    kind: 'sent',
    items: [{ msgId: '18643', errorCode: '0' }],
  });
});

test.each([
  ['another type', { MsgType: 'text' }],
  ['another event', { Event: 'wxa_media_check' }],
  ['an event that every object has', { Event: 'toString' }],
  ['no time', { CreateTime: 'soon' }],
  ['a strange open id', { FromUserName: 'o Anna' }],
  ['an item without a template', { List: [{}] }],
  ['more items than a dialog has', { List: Array.from({ length: 21 }, () => popup.List[0]) }],
])('%s is not understood', (_what, change) => {
  expect(readPlatformEvent({ ...popup, ...change })).toBeNull();
});
