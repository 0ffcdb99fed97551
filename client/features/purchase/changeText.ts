import type { Refusal } from '@shared/kernel/refusal';
import type { QuoteChange } from '@shared/purchase/quoteContract';
import type { CodeOf } from '@/platform/call';
import type { Speech } from '@/copy/useSpeech';

/** Why a quote was not confirmed: what has changed, with the voucher's name where it is one. */
export function changeText(refusal: Refusal<CodeOf<'staff', 'purchase.confirmQuote'>>, speech: Speech): string {
  const { code, args = {} } = refusal;
  if (code !== 'quote.changed') return speech.refusal(refusal);
  const name = args[speech.language === 'zh' ? 'voucherZh' : 'voucherEn'];
  // The contract says what can be changed; the server was compiled against the same one.
  const sentence = speech.refusal({ code: String(args['what']) as QuoteChange, args });
  return name === undefined ? sentence : `${String(name)} · ${sentence}`;
}
