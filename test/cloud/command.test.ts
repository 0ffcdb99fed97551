import { spawn } from 'node:child_process';
import { openCloud } from '@localcloud/index';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freshFolder } from './openScriptCloud';

const cli = resolve('dist/localcloud/cli.cjs');

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the command to its end. */
function run(...args: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, error] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (out += String(part)));
  child.stderr.on('data', (part: Buffer) => (error += String(part)));
  return new Promise((done) => child.once('close', (code) => done({ code, out, error })));
}

describe('the command', () => {
  const folder = freshFolder();
  const dataDir = join(folder, 'data');
  const collections = [{ name: 'books', indexes: [{ name: 'title', keys: { title: 1 }, unique: true }] }] as const;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('shows collections and documents while a cloud uses the data', async () => {
    const cloud = await openCloud({ dataDir, collections, functions: [] });
    await cloud.data.insert('books', [
      { _id: 'a', title: 'Red' },
      { _id: 'b', title: 'Blue' },
    ]);
    expect(await run('inspect', '--data', dataDir)).toMatchObject({ code: 0, out: 'books\t2 documents\tindexes: title (unique)\n' });
    expect(await run('inspect', 'books', '{"title":"Blue"}', '--data', dataDir)).toMatchObject({
      code: 0,
      out: '{"_id":"b","title":"Blue"}\n',
    });
    expect(await run('inspect', 'books', '--limit', '1', '--data', dataDir)).toMatchObject({ code: 0, out: '{"_id":"a","title":"Red"}\n' });
    await cloud.close();
  });

  it('keeps what was written when it is opened again', async () => {
    const cloud = await openCloud({ dataDir, collections, functions: [] });
    expect(await cloud.data.find('books', {}, { sort: { _id: 1 } })).toEqual([
      { _id: 'a', title: 'Red' },
      { _id: 'b', title: 'Blue' },
    ]);
    await expect(cloud.data.insert('books', [{ _id: 'c', title: 'Red' }])).rejects.toThrow('E11000');
    await cloud.close();
  });

  it('builds an index declared later, and refuses one the data contradicts', async () => {
    const more = [{ name: 'books', indexes: [{ name: 'byTitle', keys: { title: -1 as const } }] }];
    const cloud = await openCloud({ dataDir, collections: more, functions: [] });
    expect(cloud.data.explain('books', { title: 'Red' })).toMatchObject({ index: 'byTitle' });
    expect(await cloud.data.find('books', { title: 'Red' })).toEqual([{ _id: 'a', title: 'Red' }]);
    await cloud.data.update('books', {}, { $set: { title: 'Same' } });
    await cloud.close();
    await expect(openCloud({ dataDir, collections, functions: [] })).rejects.toThrow('cannot be built: two documents share a value');
  });

  it('says in one sentence what stands in its way', async () => {
    const cloud = await openCloud({ dataDir: join(folder, 'other'), collections: [], functions: [] });
    const port = new URL(String(cloud.address)).port;
    const sentence = async (...args: readonly string[]): Promise<string> => {
      const { code, out, error } = await run(...args);
      expect({ code, out, lines: error.trim().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
      return error;
    };
    expect(await sentence('--port', port, '--data', join(folder, 'third'))).toContain(`Port ${port} is in use`);
    await cloud.close();
    writeFileSync(join(folder, 'file'), '');
    expect(await sentence('--data', join(folder, 'file', 'below'))).toContain('cannot be read and written');
    expect(await sentence('--host', '0.0.0.0', '--data', dataDir)).toContain('add --expose');
    expect(await sentence('--mode', 'brave', '--data', dataDir)).toContain('--mode must be');
    expect(await sentence('--port', 'x', '--data', dataDir)).toContain('--port must be a whole number');
    expect(await sentence('--config', join(folder, 'none.json'), '--data', dataDir)).toContain('cannot be read');
    expect(await sentence('inspect', '--data', join(folder, 'nothing'))).toContain('There is no data');
    expect(await sentence('--unknown')).toContain('--unknown');
  });
});
