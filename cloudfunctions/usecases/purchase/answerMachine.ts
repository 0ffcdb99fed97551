import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { posBody, type PosRowReport } from '@shared/purchase/posContract';
import type { Signed } from '@shared/store/shopKey';
import { admitMachine } from '../store/admitMachine';
import { recordSigned } from './recordSigned';

/** Answers a shop's machine: who it is by its signature, then what became of each row. */
export async function answerMachine(
  signed: Signed,
  now: number,
): Promise<Outcome<{ readonly rows: readonly PosRowReport[] }, 'pos.unsigned' | 'pos.stale' | 'call.tooMany' | 'call.malformed'>> {
  const machine = await admitMachine(signed, now);
  if (!machine.ok) return machine;
  const parsed = posBody.safeParse(parseJson(signed.body));
  if (!parsed.success) return refuse('call.malformed');
  return accept({ rows: await recordSigned({ ...machine.value, now }, parsed.data.rows) });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
