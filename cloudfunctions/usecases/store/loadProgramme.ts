import { defaultProgramme, type Programme } from '@shared/store/programme';
import { cached } from '../../adapters/cached';
import { get } from '../../adapters/database';

// A setting that came after the document was written has its default.
const load = cached(async () => ({ ...defaultProgramme, ...(await get('programme', 'main')) }), 1);

/** The programme's settings, at most 30 s old; the default of each until a file sets it. */
export function loadProgramme(now: number): Promise<Programme> {
  return load('main', now);
}
