import type { PaymentTicket } from '@shared/tier/paidCardContract';
import { sessionToken } from './door.h5';
import type { PaidHow } from './types';

/** Whether no real money moves: a browser pays in the sandbox of the cloud on this machine. */
export const paysInSandbox: boolean = true;

/** Pays a ticket; in a browser the sandbox pays at once. */
export async function payTicket({ package: ticket }: PaymentTicket): Promise<PaidHow> {
  try {
    const response = await fetch('/door/wechat/pay', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-cloud-session': sessionToken() ?? '' },
      body: JSON.stringify({ package: ticket }),
    });
    const paid = (await response.json()) as { readonly transactionId?: string };
    return paid.transactionId === undefined ? 'failed' : 'paid';
  } catch {
    return 'failed';
  }
}
