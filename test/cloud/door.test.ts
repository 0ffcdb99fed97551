import { openCloud, type LocalCloud } from '@localcloud/index';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { freshFolder } from './openScriptCloud';
import { probeFunction } from './probe';

const person = (id: string) => ({ id, openid: `o-${id}`, label: { zh: id, en: id }, note: { zh: '', en: '' }, kind: 'shopper' });

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

describe('the HTTP door', () => {
  const folder = freshFolder();
  let cloud: LocalCloud;
  let port: number;
  beforeAll(async () => {
    const site = join(folder, 'site');
    mkdirSync(join(site, 'js'), { recursive: true });
    writeFileSync(join(site, 'index.html'), '<!doctype html><title>x</title>');
    writeFileSync(join(site, 'js', 'app.0123abcd.js'), `console.log(1);${' '.repeat(5000)}`);
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    cloud = await openCloud({
      dataDir: join(folder, 'data'),
      collections: [{ name: 'notes', indexes: [] }],
      functions: [probeFunction(), probeFunction({ name: 'inner', callers: 'nobody' })],
      people: [person('anna'), person('ben')],
      staticDir: site,
    });
    port = Number(new URL(String(cloud.address)).port);
  });
  afterAll(async () => {
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  });

  // node:http and not fetch: Host and the Sec-Fetch headers must be ours to set.
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port, method, path, headers: { host: `127.0.0.1:${port}`, ...headers } }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() }),
        );
      });
      call.on('error', reject);
      call.end(body);
    });
  const signIn = async (id: string): Promise<Record<string, string>> => {
    const { body } = await ask('POST', '/door/signin', {}, JSON.stringify({ person: id }));
    return { 'x-cloud-session': (JSON.parse(body) as { token: string }).token };
  };
  const refusal = (status: number, code: string) => ({ status, body: expect.stringContaining(`"code":"${code}"`) });

  it('names the demo people without their open ids', async () => {
    const { body } = await ask('GET', '/door/people');
    expect(body).toContain('"id":"anna"');
    expect(body).not.toContain('o-anna');
  });

  it('lets two people be signed in side by side', async () => {
    const [anna, ben] = [await signIn('anna'), await signIn('ben')];
    const whoIs = async (session: Record<string, string>): Promise<unknown> =>
      JSON.parse((await ask('POST', '/fn/probe', session, JSON.stringify({ act: 'context' }))).body) as unknown;
    expect(await whoIs(anna)).toMatchObject({ result: { OPENID: 'o-anna' } });
    expect(await whoIs(ben)).toMatchObject({ result: { OPENID: 'o-ben' } });
  });

  it('refuses an unknown person, a missing session and an invented one', async () => {
    expect(await ask('POST', '/door/signin', {}, JSON.stringify({ person: 'eve' }))).toMatchObject(refusal(404, 'INVALID_PARAM'));
    expect(await ask('POST', '/fn/probe', {}, '{"act":"context"}')).toMatchObject(refusal(403, 'PERMISSION_DENIED'));
    expect(await ask('POST', '/fn/probe', { 'x-cloud-session': 'made-up' }, '{}')).toMatchObject(refusal(403, 'PERMISSION_DENIED'));
  });

  it('refuses a function nobody may call, and an absent one', async () => {
    const anna = await signIn('anna');
    expect(await ask('POST', '/fn/inner', anna, '{"act":"context"}')).toMatchObject(refusal(403, 'PERMISSION_DENIED'));
    expect(await ask('POST', '/fn/absent', anna, '{}')).toMatchObject(refusal(404, 'FUNCTION_NOT_FOUND'));
    expect(await ask('POST', '/fn/probe', anna, '{"act":"fail"}')).toMatchObject(refusal(500, 'FUNCTIONS_EXECUTE_FAIL'));
  });

  it('refuses another Host, as a page whose name was pointed at this machine would send', async () => {
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1:1', 'localhost']) {
      expect(await ask('GET', '/door/people', { host })).toMatchObject(refusal(403, 'PERMISSION_DENIED'));
    }
    expect(await ask('GET', '/door/people', { host: `localhost:${port}` })).toMatchObject({ status: 200 });
    expect(await ask('GET', '/door/people', { host: `[::1]:${port}` })).toMatchObject({ status: 200 });
  });

  it('refuses pages of another origin, also those that hide it', async () => {
    const anna = await signIn('anna');
    const call = (headers: Record<string, string>): Promise<Answer> =>
      ask('POST', '/fn/probe', { ...anna, ...headers }, '{"act":"nothing"}');
    expect(await call({ origin: 'https://evil.example' })).toMatchObject(refusal(403, 'PERMISSION_DENIED'));
    expect(await call({ origin: 'null' })).toMatchObject(refusal(403, 'PERMISSION_DENIED'));
    expect(await call({ origin: `http://127.0.0.1:${port + 1}` })).toMatchObject(refusal(403, 'PERMISSION_DENIED'));
    expect(await call({ 'sec-fetch-site': 'cross-site' })).toMatchObject(refusal(403, 'PERMISSION_DENIED'));
    expect(await call({ origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-site' })).toMatchObject(
      refusal(403, 'PERMISSION_DENIED'),
    );
    expect(await call({ origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 200 });
    expect(await ask('POST', '/door/signin', { origin: 'https://evil.example' }, '{"person":"anna"}')).toMatchObject(
      refusal(403, 'PERMISSION_DENIED'),
    );
  });

  it("keeps browsers away from the SDK's wire", async () => {
    const body = JSON.stringify({ action: 'database.calculateDocument', collectionName: 'notes' });
    expect(await ask('POST', '/admin', {}, body)).toMatchObject({ status: 200, body: expect.stringContaining('"total":0') });
    expect(await ask('POST', '/admin', { origin: `http://127.0.0.1:${port}` }, body)).toMatchObject(refusal(403, 'PERMISSION_DENIED'));
    expect(await ask('POST', '/admin', { 'sec-fetch-site': 'same-origin' }, body)).toMatchObject(refusal(403, 'PERMISSION_DENIED'));
  });

  it('refuses bodies that are too large or no JSON object', async () => {
    const anna = await signIn('anna');
    expect(await ask('POST', '/fn/probe', anna, `"${'x'.repeat(6 * 1024 ** 2)}"`)).toMatchObject(refusal(413, 'INVALID_PARAM'));
    expect(await ask('POST', '/fn/probe', anna, '{"act":')).toMatchObject(refusal(400, 'INVALID_PARAM'));
    expect(await ask('POST', '/fn/probe', anna, '[1]')).toMatchObject(refusal(400, 'INVALID_PARAM'));
    expect(await ask('GET', '/fn/probe', anna)).toMatchObject({ status: 404 });
  });

  it('steers clock and timers only with the control token', async () => {
    const token = { 'x-cloud-control': cloud.controlToken };
    expect(await ask('POST', '/control/clock', {}, '{"advanceMs":1000}')).toMatchObject(refusal(403, 'PERMISSION_DENIED'));
    expect(await ask('POST', '/control/clock', { 'x-cloud-control': 'wrong' }, '{"advanceMs":1000}')).toMatchObject(
      refusal(403, 'PERMISSION_DENIED'),
    );
    const set = await ask('POST', '/control/clock', token, JSON.stringify({ setMs: Date.UTC(2033, 0, 1) }));
    expect(new Date((JSON.parse(set.body) as { nowMs: number }).nowMs).getUTCFullYear()).toBe(2033);
    expect(new Date(cloud.clock.nowMs()).getUTCFullYear()).toBe(2033);
    expect(await ask('POST', '/control/clock', token, '{}')).toMatchObject(refusal(400, 'INVALID_PARAM'));
    expect(await ask('POST', '/control/timer', token, '{"function":"probe","timer":"none"}')).toMatchObject(refusal(400, 'INVALID_PARAM'));
    expect(await ask('GET', '/control/invocations', token)).toMatchObject({
      status: 200,
      body: expect.stringContaining('"invocations":['),
    });
  });

  it('serves a page with a strict policy, types, an ETag and compression', async () => {
    const page = await ask('GET', '/');
    expect(page).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' },
    });
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    expect(await ask('GET', '/', { 'if-none-match': String(page.headers['etag']) })).toMatchObject({ status: 304, body: '' });
    const script = await ask('GET', '/js/app.0123abcd.js', { 'accept-encoding': 'gzip' });
    expect(script.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': expect.stringContaining('immutable'),
    });
  });

  it('serves nothing outside its folder', async () => {
    for (const path of ['/../secret.txt', '/..%2fsecret.txt', '/js/..%2f..%2fsecret.txt', '/%2e%2e/secret.txt', '/secret.txt', '/js']) {
      expect(await ask('GET', path)).toMatchObject({ status: 404 });
    }
  });
});
