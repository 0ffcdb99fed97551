import { callerOpenid } from './sdk';

/** What the payment service sends to the function that an order names. */
interface PaymentNotice {
  readonly outTradeNo?: unknown;
}

/** The service takes this for "heard"; anything else makes it tell again. */
const heard = { errcode: 0 } as const;

/**
 * Makes the entry point for the payment service's notices. Nothing in a notice is believed but which order it is about: `settle` asks the
 * service itself. So it does no harm to be told twice, late, or by a stranger. A fault makes the service tell again.
 */
export function servePayments(settle: (orderId: string, now: number) => Promise<void>): (notice: PaymentNotice) => Promise<object> {
  return async ({ outTradeNo }) => {
    const now = Date.now();
    // On a phone nobody may call this function; should the platform's rule be missing, a person learns nothing and changes nothing.
    if (callerOpenid() !== '' || typeof outTradeNo !== 'string' || !/^[0-9a-f]{32}$/.test(outTradeNo)) return heard;
    await settle(outTradeNo, now);
    return heard;
  };
}
