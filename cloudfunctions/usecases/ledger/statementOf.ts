import type { StatementPage } from '@shared/ledger/contract';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { get } from '../../adapters/database';
import { record } from '../audit/record';
import type { StaffCaller } from '../store/admitStaff';
import { readStatement } from './statement';

/** A member's statement by card number. That somebody looked is written down. */
export async function statementOf(
  who: StaffCaller,
  input: { cardNumber: string; cursor?: string | undefined },
): Promise<Outcome<StatementPage, 'card.unknown'>> {
  const card = await get('cards', input.cardNumber);
  await record(who, 'ledger.statementOf', input.cardNumber.slice(-4), card === null ? 'card.unknown' : 'done');
  return card === null ? refuse('card.unknown') : accept(await readStatement(card.accountId, input.cursor));
}
