import type { Proposal, ProposalContent } from '@shared/audit/proposal';
import { dayOf, type Day } from '@shared/kernel/time';
import { adjust } from '@shared/ledger/adjust';
import type { Account } from '@shared/ledger/types';
import { familyOf } from '@shared/member/family';
import type { Programme } from '@shared/store/programme';
import { carry, settleAccount, type Settled } from '@shared/tier/settleAccount';
import type { Transaction } from '../../adapters/transact';
import { accountNow } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { refundPlanOrder } from '../tier/refundPlanOrder';

type Kind = ProposalContent['kind'];

/** An approval on its way: the account it is about, settled, and when. */
interface Approved {
  readonly proposalId: string;
  readonly account: Account;
  readonly settled: Settled;
  readonly programme: Programme;
  readonly today: Day;
  readonly at: number;
}

interface Carried {
  readonly account: Account;
  readonly settled: Settled;
}

/** One block per kind of proposal: what approving it does to its account. */
const blocks: {
  readonly [K in Kind]: (
    transaction: Transaction,
    content: Extract<ProposalContent, { readonly kind: K }>,
    approved: Approved,
  ) => Promise<Carried>;
} = {
  adjustment: (_transaction, { points }, { proposalId, account, settled, programme, today }) => {
    const adjusted = adjust(settled.posting, { source: proposalId, day: today, points, note: {} });
    return Promise.resolve({ account, settled: carry(settled, adjusted, today, programme.tiers) });
  },
  business: (_transaction, _content, { account, settled }) =>
    Promise.resolve({ account: { ...account, family: { ...familyOf(account), kind: 'business' } }, settled }),
  planRefund: async (transaction, { orderId }, { proposalId, account, settled, programme, today, at }) => {
    const order = await transaction.get('planOrders', orderId);
    if (order === null) throw new Error(`Proposal ${proposalId} names an order that does not exist`);
    return refundPlanOrder(transaction, order, { account, settled }, { at, today, by: proposalId, tiers: programme.tiers });
  },
};

/** Carries out what was approved, in the transaction of the approval. */
export async function carryOut(transaction: Transaction, { _id, content }: Proposal, programme: Programme, at: number): Promise<void> {
  const account = await accountNow(transaction, content.accountId);
  if (account === null) throw new Error(`Proposal ${_id} names an account that does not exist`);
  const today = dayOf(at, programme.offsetMinutes);
  const settled = settleAccount(account, today, programme.tiers);
  const approved = { proposalId: _id, account, settled, programme, today, at };
  const carried = await runBlock(transaction, content, approved);
  await post(transaction, carried.account, carried.settled, at);
}

function runBlock<K extends Kind>(
  transaction: Transaction,
  content: Extract<ProposalContent, { readonly kind: K }>,
  approved: Approved,
): Promise<Carried> {
  return blocks[content.kind](transaction, content, approved);
}
