import { openScriptCloud, type ScriptCloud } from './openScriptCloud';
import type { Sdk } from './recordSdk';
import { transports } from './transports';

// An index of the platform is made of fields that ascend, descend or are places ("1", "-1", "2dsphere": WeChat's documentation of
// `dbindexManage` and of `tcb/updateindex`). There is none for text, so MongoDB refuses every search for it.
describe.each(transports)('text search over %s, which the platform does not have', (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    script = await openScriptCloud({ transport, collections: [{ name: 'notes', indexes: [] }] });
    for (const body of ['coffee and cake', 'tea']) await script.run(script.db.collection('notes').add({ data: { body } }));
  });
  afterAll(() => script.close());

  const asked = (where: unknown): Sdk => script.db.collection('notes').where(where).get();
  const message = async (call: Sdk): Promise<string> => String((await script.refused(call))['message']);

  it('is refused for want of an index', async () => {
    expect(await message(asked({ $text: { $search: 'coffee' } }))).toContain('text index required for $text query');
    const { db } = script;
    expect(
      await message(
        db
          .collection('notes')
          .aggregate()
          .match({ $text: { $search: 'coffee' } })
          .end(),
      ),
    ).toContain('text index required');
  });

  it("never arrives as the SDK's own command says it: a word is lost on the way, options come without $text", async () => {
    const { run, command } = script;
    expect((await run(asked(command.text('coffee'))))['data']).toHaveLength(2);
    expect(await message(asked(command.text({ search: 'coffee' })))).toContain('unknown top level operator: $search');
  });

  it('leaves no score to show', async () => {
    const { db, aggregate: $ } = script;
    const scored = db
      .collection('notes')
      .aggregate()
      .project({ score: $.meta('textScore') });
    expect(await message(scored.end())).toContain('query requires text score metadata, but it is not available');
  });
});
