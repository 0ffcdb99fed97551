import { jsonReply } from './commApi';
import { apiFault, type OpenApi } from './openApi';
import { phoneInfo } from './phoneInfo';

/** How long a code of the phone number button holds. Source: the platform's documentation of getPhoneNumber. */
export const phoneCodeMaxMs = 5 * 60 * 1000;

/** Opens the code of the phone number button, once. Refuses 40029: unknown, used or older than five minutes. */
export const phonenumberGetPhoneNumber: OpenApi = {
  name: 'phonenumber.getPhoneNumber',
  async answer(params, wechat) {
    const code = params['code'];
    const ticket = typeof code === 'string' ? wechat.phoneCodes.get(code) : undefined;
    if (ticket === undefined || typeof code !== 'string') throw apiFault(40029, 'invalid code');
    wechat.phoneCodes.delete(code);
    if (wechat.nowMs() - ticket.madeMs > phoneCodeMaxMs) throw apiFault(40029, 'invalid code');
    return jsonReply({ errcode: 0, errmsg: 'ok', phone_info: phoneInfo(wechat, ticket) });
  },
};
