import { defaultProgramme, type Programme } from '@shared/store/programme';
import { cached } from '../../adapters/cached';
import { get } from '../../adapters/database';

const load = cached(async () => (await get('programme', 'main')) ?? defaultProgramme, 1);

/** The programme's settings, at most 30 s old; the defaults until a file sets them. */
export function loadProgramme(now: number): Promise<Programme> {
  return load('main', now);
}
