import { openCloud, type LocalCloud } from '@localcloud/index';
import { request } from 'node:http';
import { rmSync } from 'node:fs';
import { freshFolder } from './openScriptCloud';
import { probeFunction } from './probe';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

describe('looking inside a running cloud', () => {
  const dataDir = freshFolder();
  let cloud: LocalCloud;
  let port: number;
  beforeAll(async () => {
    cloud = await openCloud({
      dataDir,
      collections: [
        { name: 'plants', indexes: [{ name: 'place', keys: { shelf: 1, at: -1 }, unique: true }] },
        { name: 'empty', indexes: [] },
      ],
      functions: [probeFunction({ timers: [{ name: 'nightly', cron: '0 0 2 * * * *' }] })],
    });
    port = Number(new URL(String(cloud.address)).port);
    await cloud.data.insert(
      'plants',
      Array.from({ length: 25 }, (_, n) => ({ _id: `p${n}`, shelf: n % 2, at: n })),
    );
  });
  afterAll(async () => {
    await cloud.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  // node:http and not fetch: Host and Origin must be ours to set.
  const ask = (path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const own = { host: `127.0.0.1:${port}`, 'x-cloud-control': cloud.controlToken };
      const sent = { host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', headers: { ...own, ...headers } };
      const call = request(sent, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: String(response.headers['content-type']),
            body: Buffer.concat(parts).toString(),
          }),
        );
      });
      call.on('error', reject);
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
  const read = async (path: string, body?: object): Promise<Record<string, unknown>> =>
    JSON.parse((await ask(`/control/inside/${path}`, body)).body) as Record<string, unknown>;

  it('tells the collections with their counts and indexes', async () => {
    expect(await read('collections')).toEqual({
      collections: [
        { name: 'empty', count: 0, indexes: [] },
        { name: 'plants', count: 25, indexes: [{ name: 'place', unique: true, keys: { shelf: 1, at: -1 } }] },
      ],
    });
  });

  it('finds documents by a query in JSON, in an order, a page at a time', async () => {
    const asked = { collection: 'plants', query: '{"shelf": 1, "at": {"$gt": 3}}', sort: '{"at": -1}', limit: 2 };
    expect(await read('documents', asked)).toEqual({
      total: 10,
      documents: [
        { _id: 'p23', shelf: 1, at: 23 },
        { _id: 'p21', shelf: 1, at: 21 },
      ],
    });
    expect(await read('documents', { ...asked, skip: 9 })).toMatchObject({ total: 10, documents: [{ _id: 'p5' }] });
    expect((await read('documents', { collection: 'plants' }))['documents']).toHaveLength(20);
  });

  it('refuses in a sentence what is no query and what is no collection', async () => {
    for (const query of ['{"shelf":', '[1]', '7']) {
      expect(await read('documents', { collection: 'plants', query })).toMatchObject({
        message: expect.stringContaining('The query must be'),
      });
    }
    expect(await ask('/control/inside/documents', { collection: 'plants', query: '{"$nonsense": 1}' })).toMatchObject({ status: 400 });
    expect(await read('documents', { collection: 'absent' })).toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' });
  });

  it('tells the calls with their times, operations and errors, newest first, and what the functions printed', async () => {
    await cloud.call('probe', { act: 'note', note: 'n' }, { openid: 'oAnna' }).catch(() => undefined);
    await cloud.call('probe', { act: 'fail' }, { openid: 'oAnna' }).catch(() => undefined);
    const { calls, lines } = (await read('calls')) as { calls: Record<string, unknown>[]; lines: { text: string; atMs: number }[] };
    expect(calls[0]).toMatchObject({
      functionName: 'probe',
      error: 'FUNCTIONS_EXECUTE_FAIL',
      operations: expect.any(Number),
      ms: expect.any(Number),
    });
    expect(Number(calls[0]?.['atMs'])).toBeGreaterThanOrEqual(Number(calls[1]?.['atMs']));
    expect(lines[0]).toMatchObject({ functionName: 'probe', text: expect.stringContaining('Error'), atMs: expect.any(Number) });
  });

  it('tells the timers with the next time each is due, and an empty mailbox', async () => {
    cloud.clock.setMs(Date.UTC(2030, 0, 1));
    const { nowMs, timers } = await read('timers');
    expect(new Date(Number(nowMs)).toISOString()).toMatch(/^2030-01-01T00:00/);
    expect(timers).toEqual([{ functionName: 'probe', name: 'nightly', cron: '0 0 2 * * * *', nextMs: expect.any(Number) }]);
    expect(await read('messages')).toEqual({ messages: [] });
  });

  it('tells nothing without the token, to a page of another origin or under another name', async () => {
    const paths = ['collections', 'calls', 'messages', 'timers'].map((part) => [`/control/inside/${part}`, undefined] as const);
    for (const [path, body] of [...paths, ['/control/inside/documents', { collection: 'plants' }] as const]) {
      for (const headers of [
        { 'x-cloud-control': '' },
        { 'x-cloud-control': 'wrong' },
        { origin: 'https://evil.example' },
        { host: 'evil.example' },
      ]) {
        expect(await ask(path, body, headers as Record<string, string>)).toMatchObject({
          status: 403,
          body: expect.stringContaining('PERMISSION_DENIED'),
        });
      }
    }
  });

  it('serves the page, its script and its style, and nothing beside them', async () => {
    expect(await ask('/inside/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(await ask('/inside/page.js')).toMatchObject({ status: 200, type: 'text/javascript; charset=utf-8' });
    expect(await ask('/inside/page.css')).toMatchObject({ status: 200, type: 'text/css; charset=utf-8' });
    expect((await ask('/inside/')).body).not.toContain(cloud.controlToken);
    expect(await ask('/inside/..%2findex.cjs')).toMatchObject({ status: 404 });
    expect(await ask('/inside/', undefined, { host: 'evil.example' })).toMatchObject({ status: 403 });
  });
});
