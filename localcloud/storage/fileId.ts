import { environmentId } from '../functions/workerEnv';

/** The bucket of a local cloud's files, named as the platform names one: two letters of the environment in hex, its id, an account. */
export const bucket = `${Buffer.from(environmentId.slice(0, 2)).toString('hex')}-${environmentId}-1300000000`;

const prefix = `cloud://${environmentId}.${bucket}/`;

/** The file id of a path: `cloud://environment.bucket/path`. */
export function fileIdOf(path: string): string {
  return prefix + path;
}

/**
 * The path behind a file id. `foreign`: it belongs to another environment. `absent`: it names a bucket this environment has not,
 * or is no file id.
 * The short form without a bucket, `cloud://environment/path`, is understood as the platform does.
 */
export function readFileId(fileId: unknown): { readonly path: string } | 'foreign' | 'absent' {
  if (typeof fileId !== 'string') return 'absent';
  if (fileId.startsWith(prefix) && fileId.length > prefix.length) return { path: fileId.slice(prefix.length) };
  const found = /^cloud:\/\/([^/.]+)(\.[^/]+)?\/(.+)$/s.exec(fileId);
  if (found === null) return 'absent';
  const [, environment, ownBucket, path] = found;
  if (environment !== environmentId) return 'foreign';
  return ownBucket === undefined && path !== undefined ? { path } : 'absent';
}
