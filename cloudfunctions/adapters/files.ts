import { sdkFiles } from './sdk';

/** Stores a text under a path and gives its file id; the same path again replaces it. */
export async function storeText(path: string, text: string): Promise<string> {
  const { fileID } = await sdkFiles.uploadFile({ cloudPath: path, fileContent: Buffer.from(text, 'utf8') });
  return fileID;
}

/** Stores a picture under a path and gives its file id; the same path again replaces it. */
export async function storePicture(path: string, picture: Buffer): Promise<string> {
  const { fileID } = await sdkFiles.uploadFile({ cloudPath: path, fileContent: picture });
  return fileID;
}

/** A link to a stored file that works for a while without signing in; null when there is no such file. */
export async function linkTo(fileId: string): Promise<string | null> {
  const { fileList } = await sdkFiles.getTempFileURL({ fileList: [fileId] });
  const url = fileList[0]?.tempFileURL;
  return url === undefined || url === '' ? null : url;
}

/** A stored file's content; null when it is not there, or not ours. */
export async function fetchFile(fileId: string): Promise<Buffer | null> {
  if ((await linkTo(fileId)) === null) return null;
  const { fileContent } = await sdkFiles.downloadFile({ fileID: fileId });
  return fileContent;
}

/** Deletes a stored file; one that is gone already is no matter. */
export async function deleteFile(fileId: string): Promise<void> {
  await sdkFiles.deleteFile({ fileList: [fileId] });
}
