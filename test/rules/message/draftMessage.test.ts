import fc from 'fast-check';
import { messageLanguages } from '@shared/message/dayWords';
import { draftMessage, type MessageRequest } from '@shared/message/draftMessage';
import { fitsField } from '@shared/message/fieldKinds';
import { fillFields, fillWords } from '@shared/message/fillTemplate';
import type { FactKind } from '@shared/message/templateRow';
import { messageKinds, templateOf, type MessageKind } from '@shared/message/templates';
import { grantTopics, topics } from '@shared/message/topics';

const mug = { zh: '杯子', en: 'Mug' };
const pickup: MessageRequest = { kind: 'pickupReady', source: 'mug#1', memberId: 'm', facts: { name: mug, shop: mug } };

/** Facts of any length and size that a fact of this kind may have. */
const anyFact: Readonly<Record<FactKind, fc.Arbitrary<unknown>>> = {
  words: fc.record({ zh: someText(200), en: someText(200) }),
  text: someText(200),
  count: fc.integer({ min: 0, max: 9_999_999 }),
  day: fc.constantFrom('2026-01-01', '2024-02-29', '2026-12-31'),
  clock: fc.constantFrom('00:00', '09:05', '23:59'),
  fen: fc.integer({ min: 0, max: 99_999_999 }),
};

function someText(charsMax: number): fc.Arbitrary<string> {
  return fc
    .string({ unit: 'binary', minLength: 1, maxLength: Math.floor(charsMax / 2) })
    .filter((text) => text.trim() !== '' && !/\p{C}/u.test(text) && text.length <= charsMax);
}

function anyRequest(kind: MessageKind): fc.Arbitrary<MessageRequest> {
  const facts = Object.fromEntries(Object.entries(templateOf(kind).facts).map(([name, factKind]) => [name, anyFact[factKind]]));
  return fc.record(facts).map((given) => ({ kind, source: 's', memberId: 'm', facts: given }) as unknown as MessageRequest);
}

test('a message’s id and short id follow from what caused it, so the same cause never queues it twice', () => {
  const message = draftMessage(pickup, 1);
  expect(message).toMatchObject({
    _id: 'pickupReady:mug#1',
    state: 'waiting',
    dueAt: 1,
    priority: 1,
    facts: { nameZh: '杯子', nameEn: 'Mug' },
  });
  expect(message.ref).toMatch(/^[0-9a-z]{10}$/);
  expect(draftMessage(pickup, 2)).toMatchObject({ _id: message._id, ref: message.ref });
  expect(draftMessage({ ...pickup, source: 'mug#2' }, 2).ref).not.toBe(message.ref);
});

test.each(messageKinds)('%s fits the platform’s fields in both languages, whatever its facts are', (kind) => {
  fc.assert(
    fc.property(anyRequest(kind), (request) => {
      const { facts } = draftMessage(request, 1);
      for (const language of messageLanguages) {
        for (const [field, value] of Object.entries(fillFields(kind, facts, language)))
          expect([field, fitsField(field, value)]).toEqual([field, true]);
        expect(JSON.stringify(fillWords(kind, facts, language))).not.toMatch(/\{\w+\}|undefined/);
      }
    }),
  );
});

test.each(messageKinds)('%s has the fields of its topic’s platform template, and none when it is never sent by the platform', (kind) => {
  const { fields, topic, channels, audience } = templateOf(kind);
  const template = topics[topic].template;
  expect(Object.keys(fields)).toEqual(channels.includes('subscription') ? template?.fields : []);
  expect(channels.includes('subscription')).toBe(audience === 'asked');
  expect(channels.includes('sms')).toBe(audience === 'marketing');
});

test('one question can ask for every topic that has a platform template only in two goes: the platform takes five at once', () => {
  expect(grantTopics).toEqual(['checkin', 'lapse', 'pickup', 'booking', 'draw', 'tier', 'invitation']);
});

test('a long name is shortened to twenty characters, a short one is left alone', () => {
  const facts = {
    nameZh: '手工烧制的青瓷茶杯配竹制杯垫和礼盒一套',
    nameEn: 'A hand-made celadon tea cup',
    shopZh: '西湖店',
    shopEn: 'West Lake',
  };
  const long = draftMessage(
    {
      ...pickup,
      facts: { name: { zh: `${facts.nameZh}两只`, en: facts.nameEn }, shop: { zh: '西湖店', en: 'West Lake' } },
    },
    1,
  );
  expect(fillFields('pickupReady', long.facts, 'zh')).toEqual({
    thing1: '手工烧制的青瓷茶杯配竹制杯垫和礼盒一套…',
    thing2: '西湖店',
    phrase3: '待取货',
  });
  expect(fillFields('pickupReady', long.facts, 'en')['thing1']).toBe('A hand-made celadon…');
  expect(fillFields('pickupReady', facts, 'zh')['thing1']).toBe(facts.nameZh);
});

test.each([
  ['a number that is none', { kind: 'checkinReminder', facts: { streak: 1.5 } }],
  ['a number of 33 digits', { kind: 'checkinReminder', facts: { streak: 1e32 } }],
  ['a day that does not exist', { kind: 'planEnding', facts: { plan: mug, day: '2026-02-30' } }],
  ['a clock that does not exist', { kind: 'bookingReminder', facts: { name: mug, shop: mug, day: '2026-02-28', clock: '24:00' } }],
  ['an empty name', { kind: 'pickupReady', facts: { name: { zh: ' ', en: 'Mug' }, shop: mug } }],
  ['a missing fact', { kind: 'pickupReady', facts: { name: mug } }],
  ['a fact that nobody asked for', { kind: 'checkinReminder', facts: { streak: 1, phone: '1' } }],
])('%s is caught when the message is written', (_what, request) => {
  expect(() => draftMessage({ source: 's', memberId: 'm', ...request } as unknown as MessageRequest, 1)).toThrow('The message');
});

test.each([
  ['thing1', '二十个字二十个字二十个字二十个字二十个字', true],
  ['thing1', '二十一个字二十个字二十个字二十个字二十个字', false],
  ['phrase1', '已经到期了', true],
  ['phrase1', '六个字的短语', false],
  ['phrase1', 'open', false],
  ['number1', '12345678901234567890123456789012', true],
  ['number1', '123456789012345678901234567890123', false],
  ['character_string1', 'A-2026/07 #1', true],
  ['character_string1', '单号1', false],
  ['amount1', '¥1234567890.50', true],
  ['amount1', '12345678901', false],
  ['name1', '一二三四五六七八九十', true],
  ['name1', '一二三四五六七八九十一', false],
  ['time1', '2026年2月14日 15:01', true],
  ['time1', '25:00', false],
  ['date1', '2026年2月14日', true],
  ['date1', '2026-02-14', false],
  ['colour1', 'red', false],
])('%s takes %s: %s', (field, value, fits) => {
  expect(fitsField(field, value)).toBe(fits);
});
