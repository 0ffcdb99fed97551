import Taro from '@tarojs/taro';
import type { TextFile } from './types';

/** Lets somebody choose a text file; null when they turned back or it cannot be read. On the phone one that was sent in a chat. */
export async function chooseTextFile(extension: string): Promise<TextFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [extension] });
    const file = tempFiles[0];
    return file === undefined ? null : { name: file.name, text: await readText(file.path) };
  } catch {
    return null;
  }
}

function readText(filePath: string): Promise<string> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'utf8',
      success: ({ data }) => (typeof data === 'string' ? resolve(data) : reject(new Error('not text'))),
      fail: reject,
    });
  });
}
