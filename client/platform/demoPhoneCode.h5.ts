import { sessionToken } from './door.h5';

/** The code of a made-up number, as WeChat's button would give it; null when the local cloud does not answer. */
export async function demoPhoneCode(): Promise<string | null> {
  try {
    const headers = { 'content-type': 'application/json', 'x-cloud-session': sessionToken() ?? '' };
    const response = await fetch('/door/wechat/phone-code', { method: 'POST', headers, body: '{}' });
    return response.ok ? ((await response.json()) as { readonly code: string }).code : null;
  } catch {
    return null;
  }
}
