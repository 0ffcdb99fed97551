import { phoneOf } from '@shared/member/phone';
import { openApi } from './sdk';

/** The platform's answer to a code that is unknown, used, or older than five minutes. */
const staleCode = 40029;

/** The number behind a code of the platform's phone number button; null for a code that no longer opens. Other troubles are thrown. */
export async function openPhoneCode(code: string): Promise<string | null> {
  try {
    const { phoneInfo } = await openApi.phonenumber.getPhoneNumber({ code });
    return phoneOf(phoneInfo.countryCode, phoneInfo.purePhoneNumber);
  } catch (error) {
    if ((error as { readonly errCode?: unknown }).errCode === staleCode) return null;
    throw error;
  }
}
