import { newKey } from './newKey';
import { recall, remember } from './storage';

let naming: Promise<string> | null = null;

/** A random name of this phone, made once and kept: says on what device a staff act was done. */
export function deviceName(): Promise<string> {
  naming ??= (async () => {
    const kept = recall<string>('phone', 'device');
    if (kept !== null) return kept;
    const made = await newKey();
    remember('phone', 'device', made);
    return made;
  })();
  return naming;
}
