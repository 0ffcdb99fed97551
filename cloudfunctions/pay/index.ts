import { servePayments } from '../adapters/servePayments';
import { hearPayment } from '../usecases/tier/hearPayment';

/** The payment service's notices. */
export const main = servePayments(hearPayment);
