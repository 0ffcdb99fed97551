import type { PaymentTicket } from '@shared/tier/paidCardContract';
import Taro from '@tarojs/taro';
import type { PaidHow } from './types';

/** Whether no real money moves. */
export const paysInSandbox: boolean = false;

/** Pays a ticket by the platform's own sheet. Whether money has come is not for the phone to say: the server asks. */
export async function payTicket({ timeStamp, nonceStr, package: ticket, signType, paySign }: PaymentTicket): Promise<PaidHow> {
  try {
    await Taro.requestPayment({ timeStamp, nonceStr, package: ticket, signType: signType === 'RSA' ? 'RSA' : 'MD5', paySign });
    return 'paid';
  } catch (thrown) {
    return isCancelled(thrown) ? 'cancelled' : 'failed';
  }
}

function isCancelled(thrown: unknown): boolean {
  const text = typeof thrown === 'object' && thrown !== null && 'errMsg' in thrown ? thrown.errMsg : '';
  return typeof text === 'string' && text.includes('cancel');
}
