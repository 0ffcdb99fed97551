import type { PosRowReport } from '@shared/purchase/posContract';
import type { NewShopKey } from '@shared/store/contract';
import { signatureOf } from '@shared/store/shopKey';
import type { TestShop } from '../openShop';

interface Reply {
  readonly status: number;
  readonly answer: {
    readonly ok: boolean;
    readonly value?: { readonly rows: readonly PosRowReport[] };
    readonly refusal?: { code: string };
  };
}

/** What is sent otherwise than it was signed. */
export type Tampering = Partial<Record<'body' | 'time' | 'signature' | 'keyId', string>>;

/** Sends a request over HTTP as a shop's machine does. */
export async function sendSigned(shop: TestShop, rows: readonly object[], key: NewShopKey, tamper: Tampering = {}): Promise<Reply> {
  const body = JSON.stringify({ rows });
  const time = tamper.time ?? String(shop.cloud.clock.nowMs());
  const signature = signatureOf(key.secret, { keyId: key.keyId, time, body });
  const response = await fetch(`${shop.cloud.address}/web/pos`, {
    method: 'POST',
    headers: {
      'x-lantern-key': tamper.keyId ?? key.keyId,
      'x-lantern-time': time,
      'x-lantern-signature': tamper.signature ?? signature,
    },
    body: tamper.body ?? body,
  });
  return { status: response.status, answer: (await response.json()) as Reply['answer'] };
}
