import { listExpressions } from './listExpressions';
import { numberExpressions } from './numberExpressions';
import { openScriptCloud, type ScriptCloud } from './openScriptCloud';
import { textExpressions } from './textExpressions';
import { transports } from './transports';

describe.each(transports)('expressions over %s', (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    script = await openScriptCloud({ transport, collections: [{ name: 'things', indexes: [] }] });
  });
  afterAll(() => script.close());

  it.each([...numberExpressions, ...listExpressions, ...textExpressions])('$name', async ({ name, document, expression, gives }) => {
    const { db, run, aggregate, cloud } = script;
    await cloud.data.insert('things', [{ ...document, _id: name }]);
    const project = { _id: 0, out: expression(aggregate) };
    const { list } = await run(db.collection('things').aggregate().match({ _id: name }).project(project).end());
    expect(list).toEqual([gives === undefined ? {} : { out: gives }]);
  });
});
