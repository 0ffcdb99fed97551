import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { CodeSecret } from '@shared/member/contract';
import { codeSecretHex } from '@shared/member/secret';
import { masterKey } from '../../adapters/masterKey';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';

/** Versions a card remembers: enough for every code that may still be checked for an earlier time. */
const versionsMax = 20;

/** Raises the version of the caller's code; the same key again gives the version it made. */
export async function renewCode(caller: Caller, input: { key: string }): Promise<Outcome<CodeSecret, 'member.unknown' | 'busy.tryAgain'>> {
  return transact(async (transaction) => {
    const member = await transaction.get('members', caller.openid);
    if (member === null) return refuse('member.unknown');
    const card = await transaction.get('cards', member.cardNumber);
    if (card === null) throw new Error(`Member ${member.memberId} has no card`);
    const secret = (version: number): CodeSecret => ({ version, secretHex: codeSecretHex(masterKey(), member.memberId, version) });
    const made = card.versions.find((each) => each.key === input.key);
    if (made !== undefined) return accept(secret(made.version));
    const version = member.codeVersion + 1;
    const versions = [...card.versions, { version, from: caller.now, key: input.key }].slice(-versionsMax);
    await transaction.put('cards', { ...card, versions });
    await transaction.put('members', { ...member, codeVersion: version });
    return accept(secret(version));
  });
}
