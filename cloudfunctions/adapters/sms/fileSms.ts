import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SmsProvider } from './sms';

/** In each message that markets: how to get no more of them (platform.md, Identity and privacy). */
const wayOut = '拒收请回复R';

/** Writes SMS as JSON lines to a file in the temporary folder (LANTERN_SMS_FILE names it), for trying things out without a contract. */
export function fileSms(): SmsProvider {
  const file = join(tmpdir(), process.env['LANTERN_SMS_FILE'] ?? 'lantern-sms.jsonl');
  return {
    async send({ phone, title, body }) {
      try {
        await appendFile(file, `${JSON.stringify({ at: Date.now(), phone, text: `【灯火会员】${title}：${body}${wayOut}` })}\n`);
        return { ok: true, msgId: null };
      } catch (fault) {
        return { ok: false, errCode: 0, text: String(fault) };
      }
    },
  };
}
