import { fileSms } from './fileSms';
import type { SmsProvider } from './sms';
import { tencentSms } from './tencentSms';

/** Providers by the name that LANTERN_SMS chooses; only the chosen one reads its settings. */
const providers: Readonly<Record<string, () => SmsProvider>> = { file: fileSms, tencent: tencentSms };

/** The provider of this environment; null when none is configured: then no SMS is sent, and nothing waits for one. */
export function smsProvider(): SmsProvider | null {
  const name = process.env['LANTERN_SMS'] ?? '';
  if (name === '') return null;
  const make = Object.hasOwn(providers, name) ? providers[name] : undefined;
  if (make === undefined) throw new Error(`LANTERN_SMS names no provider: ${name}`);
  return make();
}
