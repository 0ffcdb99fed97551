import { randomUUID } from 'node:crypto';
import type { ShopKeyView } from '@shared/store/contract';
import { ask } from './ask';
import type { Session } from './session';

/** `key SHOP [OLD]`: makes a key for a shop's machines, replacing an old one if named. The secret is shown this once. */
export async function makeKey(session: Session, [shopId = '', replaces]: readonly string[]): Promise<number> {
  const input = { key: randomUUID(), shopId, ...(replaces === undefined ? {} : { replaces }) };
  const made = await ask(session, 'store.makeKey', input);
  console.log(`key     ${made.keyId}\nsecret  ${made.secret}`);
  return 0;
}

/** `keys SHOP`: newest first, without secrets. */
export async function listKeys(session: Session, [shopId = '']: readonly string[]): Promise<number> {
  const { keys } = await ask(session, 'store.keys', { shopId });
  for (const key of keys) console.log(describe(key));
  return 0;
}

/** `revoke KEY`: ends a key now. */
export async function revokeKey(session: Session, [keyId = '']: readonly string[]): Promise<number> {
  console.log(describe(await ask(session, 'store.revokeKey', { keyId })));
  return 0;
}

function describe({ keyId, shopId, madeAt, madeBy, endsAt, endedBy }: ShopKeyView): string {
  const end = endsAt === null ? 'in force' : `ends ${new Date(endsAt).toISOString()} by ${endedBy ?? ''}`;
  return `${keyId}  ${shopId}  made ${new Date(madeAt).toISOString()} by ${madeBy}  ${end}`;
}
