import { accept } from '@shared/kernel/refusal';
import { find, get } from '../../adapters/database';
import { deleteFile } from '../../adapters/files';
import { transact, type Transaction } from '../../adapters/transact';

const pageRows = 50;

/**
 * Forgets who somebody is in invitations: their own is closed and its picture deleted, their friends no longer carry their keyed hash, and
 * what they joined by is kept under their member id alone. Harmless to do twice.
 */
export async function eraseReferrals(memberId: string, at: number): Promise<void> {
  await closeInvitation(memberId, at);
  for (let after = ''; ;) {
    const page = await find(
      'referrals',
      { inviterId: memberId, _id: { op: 'gt', value: after } },
      { limit: pageRows, order: [['_id', 'asc']] },
    );
    for (const { _id } of page) await dropHash(_id);
    const last = page.at(-1);
    if (last === undefined || page.length < pageRows) break;
    after = last._id;
  }
  for (const { _id } of await find('referrals', { inviteeId: memberId }, { limit: pageRows })) await unname(_id, memberId);
}

async function closeInvitation(memberId: string, at: number): Promise<void> {
  const inviter = await get('inviters', memberId);
  if (inviter === null) return;
  if (inviter.codeFileId !== null) await deleteFile(inviter.codeFileId);
  await mustWrite(async (transaction) => {
    const invitation = await transaction.get('invitations', inviter.invitationId);
    if (invitation !== null) await transaction.put('invitations', { ...invitation, closedAt: at });
    await transaction.remove('inviters', memberId);
  });
}

/** The keyed hash of who joined gives way to their member id; the purchase that a reward rests on follows. */
async function unname(referralId: string, memberId: string): Promise<void> {
  const _id = `left:${memberId}`;
  if (referralId === _id) return;
  await mustWrite(async (transaction) => {
    const referral = await transaction.get('referrals', referralId);
    if (referral === null) return;
    const purchase = referral.purchase === null ? null : await transaction.get('purchases', referral.purchase.id);
    if (purchase?.referralId === referralId) await transaction.put('purchases', { ...purchase, referralId: _id });
    await transaction.put('referrals', { ...referral, _id });
    await transaction.remove('referrals', referralId);
  });
}

async function dropHash(referralId: string): Promise<void> {
  await mustWrite(async (transaction) => {
    const referral = await transaction.get('referrals', referralId);
    if (referral !== null) await transaction.put('referrals', { ...referral, inviterHash: '' });
  });
}

async function mustWrite(write: (transaction: Transaction) => Promise<void>): Promise<void> {
  const outcome = await transact(async (transaction) => {
    await write(transaction);
    return accept(null);
  });
  if (!outcome.ok) throw new Error('The invitations of somebody who leaves could not be changed');
}
