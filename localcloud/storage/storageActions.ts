import type { Action } from '../gateway/action';
import { checkBatch, downloadList, locate } from './downloadList';
import { copyList } from './copyList';
import type { Storage } from './storage';
import { uploadMetadata } from './uploadMetadata';

/** The storage actions of the wire, by name. Functions may read and write every file. */
export function storageActions(storage: Storage): Readonly<Record<string, Action>> {
  return {
    'storage.getUploadMetadata': async (request) => ({ data: uploadMetadata(storage, request['path']) }),
    'storage.batchGetDownloadUrl': async (request) => ({ data: { download_list: downloadList(storage, request['file_list']) } }),
    'storage.batchDeleteFile': async (request) => {
      const list = checkBatch(request['fileid_list'], 'fileid_list');
      return { data: { delete_list: await Promise.all(list.map(async (fileID) => ({ fileID, code: await remove(storage, fileID) }))) } };
    },
    'storage.batchCopyFile': async (request) => ({ data: { copy_list: await copyList(storage, request['file_list']) } }),
  };
}

async function remove(storage: Storage, fileId: unknown): Promise<string> {
  const file = locate(storage, fileId);
  if (typeof file === 'string') return file;
  await storage.files.remove(file.path);
  return 'SUCCESS';
}
