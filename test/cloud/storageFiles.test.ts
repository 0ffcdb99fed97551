import { openFiles } from '@localcloud/storage/openFiles';
import { openRecords } from '@localcloud/storage/openRecords';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'records-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a table in a file', () => {
  it('is the same when it is opened again', async () => {
    const file = join(folder, 'deep', 'table.jsonl');
    const table = await openRecords<number>(file);
    await Promise.all([table.put('a', 1), table.put('b', 2), table.put('a', 3), table.put('c', 4), table.remove('c')]);
    await table.close();
    const again = await openRecords<number>(file);
    expect([...again.entries()]).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
    await again.close();
  });

  it('leaves out a line torn by a sudden end, and goes on after it', async () => {
    const file = join(folder, 'table.jsonl');
    const table = await openRecords<number>(file);
    await table.put('a', 1);
    await table.close();
    appendFileSync(file, '["b",');
    const torn = await openRecords<number>(file);
    await torn.put('c', 3);
    await torn.close();
    const again = await openRecords<number>(file);
    expect([...again.entries()]).toEqual([
      ['a', 1],
      ['c', 3],
    ]);
    await again.close();
  });
});

describe('a table on a disk that fails', () => {
  it('undoes what could not be written, says so, and goes on', async () => {
    const file = join(folder, 'table.jsonl');
    const table = await openRecords<number>(file);
    await table.put('a', 1);
    const probe = await open(file);
    const sync = jest.spyOn(Object.getPrototypeOf(probe) as { sync(): Promise<void> }, 'sync');
    sync.mockRejectedValueOnce(new Error('no space left on device'));
    await probe.close();
    const refused = table.put('a', 2);
    expect(table.get('a')).toBe(2);
    await expect(refused).rejects.toThrow('no space left on device');
    sync.mockRestore();
    expect(table.get('a')).toBe(1);
    await table.put('b', 3);
    await table.close();
    const again = await openRecords<number>(file);
    expect([...again.entries()]).toEqual([
      ['a', 1],
      ['b', 3],
    ]);
    await again.close();
  });
});

describe('stored files', () => {
  const content = (text: string): AsyncIterable<Buffer> => Readable.from([Buffer.from(text)]);
  const contents = (): string[] => readdirSync(folder).filter((name) => name.startsWith('content-'));

  it('leave nothing behind of what was replaced, removed or never finished', async () => {
    const files = await openFiles(folder);
    await files.store('a', content('1'), { nowMs: 0 });
    await files.store('a', content('2'), { nowMs: 0 });
    await files.store('b', content('3'), { nowMs: 0 });
    await files.remove('b');
    async function* broken(): AsyncIterable<Buffer> {
      yield Buffer.from('half');
      throw new Error('the sender is gone');
    }
    await expect(files.store('c', broken(), { nowMs: 0 })).rejects.toThrow('the sender is gone');
    expect(contents()).toHaveLength(1);
    expect(files.list().map((file) => file.path)).toEqual(['a']);
    await files.close();
  });

  it('lose at opening what an upload cut off by a sudden end left', async () => {
    const files = await openFiles(folder);
    const kept = await files.store('a', content('1'), { nowMs: 0 });
    await files.close();
    writeFileSync(join(folder, 'content-cut-off'), 'half');
    const again = await openFiles(folder);
    expect(contents()).toEqual([kept.content]);
    expect(again.find('a')).toEqual(kept);
    await again.close();
  });

  it('never reach the disk by the name a caller chose', async () => {
    const files = await openFiles(folder);
    await files.store('../../escape', content('x'), { nowMs: 0 });
    expect(readdirSync(folder).sort()).toEqual([...contents(), 'files.jsonl']);
    await files.close();
  });
});
