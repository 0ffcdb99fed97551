import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { drawMiniCode } from '../../adapters/drawMiniCode';
import { linkTo, storePicture } from '../../adapters/files';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { findInviter } from './findInviter';
import { invitationPage } from './invitationPage';

type CodeOutcome = Outcome<{ readonly url: string }, 'member.unknown' | 'referral.off' | 'referral.noCode'>;

/** The picture of the caller's own mini-program code, drawn by the platform once and kept; its scene is the invitation's id. */
export async function code(caller: Caller): Promise<CodeOutcome> {
  const [member, programme] = await Promise.all([findMember(caller), loadProgramme(caller.now)]);
  if (!member.ok) return member;
  if (!programme.referral.on) return refuse('referral.off');
  const inviter = await findInviter(caller, member.value);
  const kept = inviter.codeFileId ?? (await draw(inviter._id, inviter.invitationId));
  const url = kept === null ? null : await linkTo(kept);
  return url === null ? refuse('referral.noCode') : accept({ url });
}

async function draw(inviterId: string, invitationId: string): Promise<string | null> {
  const picture = await drawMiniCode(invitationPage, invitationId);
  if (picture === null) return null;
  const fileId = await storePicture(`codes/${invitationId}.png`, picture);
  await transact(async (transaction) => {
    const inviter = await transaction.get('inviters', inviterId);
    if (inviter !== null) await transaction.put('inviters', { ...inviter, codeFileId: fileId });
    return accept(null);
  });
  return fileId;
}
