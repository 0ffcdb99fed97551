import { openScriptCloud, type ScriptCloud } from './openScriptCloud';

it('lets where().get() through inside a transaction when asked to, with what the transaction has changed itself', async () => {
  const collections = [{ name: 'notes', indexes: [] }];
  const strict = await openScriptCloud({ collections });
  const lenient = await openScriptCloud({ collections, whereInTransactions: true });
  await lenient.cloud.data.insert('notes', [
    { _id: 'a', kind: 'x', text: 'before' },
    { _id: 'b', kind: 'x', text: 'other' },
  ]);
  const transaction = await lenient.begin();
  await lenient.run(
    transaction
      .collection('notes')
      .doc('a')
      .update({ data: { text: 'within' } }),
  );
  await lenient.run(transaction.collection('notes').doc('b').remove());
  await lenient.run(transaction.collection('notes').add({ data: { _id: 'c', kind: 'x', text: 'added' } }));
  await lenient.run(
    transaction
      .collection('notes')
      .doc('d')
      .set({ data: { kind: 'y' } }),
  );
  const ofKind = transaction.collection('notes').where({ kind: 'x' });
  const [within, added] = [
    { _id: 'a', kind: 'x', text: 'within' },
    { _id: 'c', kind: 'x', text: 'added' },
  ];
  expect((await lenient.run(ofKind.get()))['data']).toEqual([within, added]);
  expect((await lenient.run(ofKind.orderBy('_id', 'desc').get()))['data']).toEqual([added, within]);
  expect((await lenient.run(ofKind.skip(1).limit(1).get()))['data']).toEqual([added]);
  await lenient.run(transaction.rollback());
  expect(await lenient.cloud.data.count('notes')).toBe(2);
  // What the program's own SDK sends for updateAndReturn; functions have it not.
  const ask = async ({ cloud }: ScriptCloud, action: string, fields: object = {}): Promise<Record<string, unknown>> => {
    const init = { method: 'POST', body: JSON.stringify({ action: `database.${action}`, collectionName: 'notes', ...fields }) };
    return (await (await fetch(`${String(cloud.address)}/admin`, init)).json()) as Record<string, unknown>;
  };
  const change = { query: '{"kind":"x","text":"other"}', data: '{"$set":{"text":"changed"}}' };
  const { transactionId } = await ask(lenient, 'startTransaction');
  const { data } = await ask(lenient, 'modifyAndReturnDoc', { ...change, transactionId });
  expect(data).toEqual({ updated: 1, doc: '{"_id":"b","kind":"x","text":"changed"}' });
  expect(await lenient.cloud.data.count('notes', { text: 'changed' })).toBe(0);
  await ask(lenient, 'commitTransaction', { transactionId });
  expect(await lenient.cloud.data.count('notes', { text: 'changed' })).toBe(1);
  const started = await ask(strict, 'startTransaction');
  expect(await ask(strict, 'modifyAndReturnDoc', { ...change, transactionId: started['transactionId'] })).toMatchObject({
    message: expect.stringContaining('where() is refused'),
  });
  const refusing = await strict.begin();
  expect(await strict.refused(refusing.collection('notes').where({ kind: 'x' }).get())).toMatchObject({
    message: expect.stringContaining('where() is refused'),
  });
  await Promise.all([strict.close(), lenient.close()]);
});
