import { sections } from '@shared/store/sections';
import { readSettings, settingsBatches } from '@shared/store/settingsFile';
import fc from 'fast-check';

test.each([
  ['{"shops": [', 'settings.notJson'],
  ['', 'settings.notJson'],
  ['[]', 'settings.notSections'],
  ['null', 'settings.notSections'],
  ['{"shop": []}', 'settings.unknownSection'],
  ['{"constructor": []}', 'settings.unknownSection'],
  ['{"shops": {"id": "west"}}', 'settings.notRows'],
])('%s is no settings file: %s', (text, code) => {
  expect(readSettings(text)).toMatchObject({ ok: false, refusal: { code } });
});

test('a byte order mark in front, as some editors leave it, is no matter', () => {
  expect(readSettings('\uFEFF{"shops": []}')).toEqual({ ok: true, value: { shops: [] } });
});

test('every row goes once, in calls of at most 200, sections in the order that references need', () => {
  const file = fc.dictionary(fc.constantFrom(...sections), fc.array(fc.nat(), { maxLength: 450 }), { maxKeys: 4 });
  fc.assert(
    fc.property(file, (settings) => {
      const batches = settingsBatches(settings);
      const order = batches.map(({ section }) => sections.indexOf(section));
      expect(order).toEqual([...order].sort((one, other) => one - other));
      for (const section of sections) {
        const own = batches.filter((batch) => batch.section === section);
        expect(own.flatMap(({ rows }) => rows)).toEqual(settings[section] ?? []);
        expect(own.every(({ rows }) => rows.length > 0 && rows.length <= 200)).toBe(true);
        for (const { rows, firstRow } of own) expect(rows).toEqual((settings[section] ?? []).slice(firstRow, firstRow + rows.length));
      }
    }),
  );
});
