import { codeDigits, codeText, codeWindow } from '@shared/member/code';
import type { Home } from '@shared/member/contract';
import type { Shop } from './openShop';

interface HomeReply {
  readonly now: number;
  readonly value: Home;
}

/** The 22 digits that a demo member's phone would show at the shop's present time, or some windows of 30 s earlier. */
export async function memberCode(shop: Shop, person: string, windowsAgo = 0): Promise<string> {
  const phone = await shop.signIn(person);
  const { now, value } = (await phone.call('member', { method: 'member.home', input: { codeVersionHeld: 0 } })) as HomeReply;
  if (value.code === null) throw new Error(`${person} was given no code`);
  return codeText(value.cardNumber, codeDigits(value.code.secretHex, codeWindow(now) - windowsAgo));
}
