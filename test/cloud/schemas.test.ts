import { openScriptCloud, type ScriptCloud } from './openScriptCloud';
import { transports } from './transports';

const documents = [
  { _id: 'a', name: 'Anna', age: 30, tags: ['red', 'blue'], home: { city: 'Hangzhou', zip: '310000' } },
  { _id: 'b', name: 'Ben', age: 17.5, tags: ['red', 'red'], home: { city: 'Shanghai' } },
  { _id: 'c', name: '李雷', age: null, tags: [] },
  { _id: 'd', name: 5, age: '30', tags: 'red', x_one: 1, x_two: 'two' },
  { _id: 'e' },
];

/** Each with the documents MongoDB finds. Source: MongoDB's manual, "$jsonSchema", keyword by keyword. */
const cases: readonly (readonly [name: string, schema: unknown, ids: string])[] = [
  ['an empty schema asks nothing', {}, 'abcde'],
  ['required asks for the field, null counts', { required: ['age'] }, 'abcd'],
  ['a property that is absent is never wrong', { properties: { age: { bsonType: 'int' } } }, 'ae'],
  ['bsonType by one of several', { required: ['age'], properties: { age: { bsonType: ['int', 'null'] } } }, 'ac'],
  ['number counts every kind of number', { required: ['age'], properties: { age: { bsonType: 'number' } } }, 'ab'],
  ["type by JSON's names", { required: ['age'], properties: { age: { type: ['number', 'string'] } } }, 'abd'],
  ['a list is not entered by type', { required: ['tags'], properties: { tags: { type: 'string' } } }, 'd'],
  ['enum', { required: ['age'], properties: { age: { enum: [30, '30', null] } } }, 'acd'],
  ['minimum asks numbers only', { required: ['age'], properties: { age: { minimum: 17.5 } } }, 'abcd'],
  ['exclusiveMinimum makes the bound strict', { properties: { age: { type: 'number', minimum: 17.5, exclusiveMinimum: true } } }, 'ae'],
  ['maximum', { properties: { age: { type: 'number', maximum: 17.5 } } }, 'be'],
  ['exclusiveMaximum', { properties: { age: { type: 'number', maximum: 30, exclusiveMaximum: true } } }, 'be'],
  ['multipleOf', { properties: { age: { type: 'number', multipleOf: 2.5 } } }, 'abe'],
  ['multipleOf a tenth', { properties: { age: { type: 'number', multipleOf: 0.1 } } }, 'abe'],
  ['maxLength counts characters', { properties: { name: { type: 'string', maxLength: 2 } } }, 'ce'],
  ['minLength', { properties: { name: { type: 'string', minLength: 4 } } }, 'ae'],
  ['pattern', { properties: { name: { type: 'string', pattern: '^[AB]' } } }, 'abe'],
  ['minItems asks lists only', { required: ['tags'], properties: { tags: { minItems: 1 } } }, 'abd'],
  ['maxItems', { properties: { tags: { type: 'array', maxItems: 1 } } }, 'ce'],
  ['uniqueItems', { properties: { tags: { type: 'array', uniqueItems: true } } }, 'ace'],
  ['items asks every item', { properties: { tags: { type: 'array', items: { enum: ['red'] } } } }, 'bce'],
  ['items one by one', { properties: { tags: { type: 'array', items: [{ enum: ['red'] }, { enum: ['blue'] }] } } }, 'ace'],
  [
    'additionalItems false ends the list',
    { properties: { tags: { type: 'array', items: [{ enum: ['red'] }], additionalItems: false } } },
    'ce',
  ],
  ['additionalItems by schema', { properties: { tags: { items: [{}], additionalItems: { enum: ['blue'] } } } }, 'acde'],
  ['objects in objects', { required: ['home'], properties: { home: { required: ['zip'], properties: { zip: { pattern: '^31' } } } } }, 'a'],
  [
    'additionalProperties false allows the named only',
    { properties: { _id: {}, name: {}, age: {}, tags: {} }, additionalProperties: false },
    'ce',
  ],
  ['patternProperties', { required: ['x_one'], patternProperties: { '^x_': { type: 'number' } } }, ''],
  [
    'additionalProperties leaves what a pattern names',
    { properties: { _id: {}, name: {}, age: {}, tags: {} }, patternProperties: { '^x_': {} }, additionalProperties: { type: 'object' } },
    'abcde',
  ],
  ['minProperties', { minProperties: 5 }, 'abd'],
  ['maxProperties', { maxProperties: 1 }, 'e'],
  ['dependencies on fields', { dependencies: { tags: ['home'] } }, 'abe'],
  ['dependencies on a schema', { dependencies: { tags: { properties: { age: { type: 'number' } } } } }, 'abe'],
  ['allOf', { allOf: [{ required: ['home'] }, { properties: { age: { minimum: 18 } } }] }, 'a'],
  ['anyOf', { anyOf: [{ required: ['home'] }, { required: ['x_one'] }] }, 'abd'],
  ['oneOf', { oneOf: [{ required: ['name'] }, { required: ['home'] }] }, 'cd'],
  ['not', { not: { required: ['tags'] } }, 'e'],
  ['title and description say something to people', { title: 'People', description: 'who they are', required: ['home'] }, 'ab'],
];

/** What MongoDB refuses, by a part of its sentence. */
const refused: readonly (readonly [schema: unknown, sentence: string])[] = [
  [{ mustHave: ['a'] }, 'Unknown $jsonSchema keyword: mustHave'],
  [{ format: 'date' }, "'format' is not currently supported"],
  [{ type: 'integer' }, "'integer' is not currently supported"],
  [{ bsonType: 'whole' }, 'Unknown type name alias: whole'],
  [{ required: [] }, 'cannot be an empty array'],
  [{ required: ['a', 'a'] }, 'cannot contain duplicate values'],
  [{ exclusiveMinimum: true }, "'minimum' must be a present"],
  [{ minimum: '3' }, 'must be a number'],
  [{ maxLength: -1 }, "'maxLength' must be at least 0"],
  [{ properties: 'all' }, "'properties' must be an object"],
];

describe.each(transports)('schemas in queries over %s', (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    script = await openScriptCloud({ transport, collections: [{ name: 'people', indexes: [] }] });
    await script.cloud.data.insert('people', documents);
  });
  afterAll(() => script.close());

  it.each(cases)('%s', async (_name, schema, ids) => {
    const { db, run, command } = script;
    const { data } = await run(db.collection('people').where(command.jsonSchema(schema)).get());
    expect((data as { _id: string }[]).map((item) => item._id).join('')).toBe(ids);
  });

  it('stand beside other conditions, in aggregations and in writes too', async () => {
    const { db, run, command } = script;
    const rows = db.collection('people');
    const both = command.and([command.jsonSchema({ required: ['home'] }), { name: 'Ben' }]);
    expect((await run(rows.where(both).count()))['total']).toBe(1);
    const { list } = await run(
      rows
        .aggregate()
        .match(command.jsonSchema({ required: ['home'] }))
        .sort({ _id: -1 })
        .project({ _id: 1 })
        .end(),
    );
    expect(list).toEqual([{ _id: 'b' }, { _id: 'a' }]);
    expect(
      (await run(rows.where(command.nor([command.jsonSchema({ required: ['tags'] })])).update({ data: { seen: 1 } })))['stats'],
    ).toEqual({ updated: 1 });
  });

  it.each(refused)('refuse %j', async (schema, sentence) => {
    const { db, refused: refusal, command } = script;
    const error = await refusal(db.collection('people').where(command.jsonSchema(schema)).get());
    expect(error).toMatchObject({ errCode: -502001, message: expect.stringContaining(sentence) });
  });
});
