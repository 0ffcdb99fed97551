import { hasLuhnDigit } from '@shared/kernel/id';
import { accept, refuse, type Outcome, type Refusal } from '@shared/kernel/refusal';
import { clockOf } from '@shared/kernel/time';
import { splitCode } from '@shared/member/code';
import { codeSecretHex, versionAt } from '@shared/member/secret';
import type { Card } from '@shared/member/types';
import type { VisitView } from '@shared/purchase/contract';
import { judgeCode } from '@shared/purchase/judgeCode';
import type { Visit } from '@shared/purchase/types';
import { visitMs } from '@shared/purchase/visit';
import { find, get } from '../../adapters/database';
import { masterKey } from '../../adapters/masterKey';
import { transact, type Transaction } from '../../adapters/transact';
import { record } from '../audit/record';
import { findShop, type TillCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { readTries } from './tries';
import { viewVisit } from './viewVisit';

type CodeRefusal = 'code.wrong' | 'code.stale' | 'code.used' | 'code.unknownCard' | 'code.locked';
/** What the transaction commits: a visit, or a refusal whose wrong try must be counted all the same. */
type Judged = { readonly visit: Visit } | { readonly refusal: Refusal<CodeRefusal> };

interface Shown {
  readonly code: string;
  readonly by: 'scan' | 'typed';
}

/**
 * Opens a visit of ten minutes from a member code. The code is used up by it; the same device scanning again, or a fresh code
 * while its visit is open, gets the same visit. Wrong tries are counted and lock, and every refusal is audited.
 */
export async function openVisit(who: TillCaller, shown: Shown): Promise<Outcome<VisitView, CodeRefusal | 'busy.tryAgain'>> {
  const { cardNumber } = splitCode(shown.code);
  const found = hasLuhnDigit(cardNumber) ? await get('cards', cardNumber) : null;
  // The card of somebody who is leaving opens nothing: nothing is earned any more.
  const card = found?.leaving === true ? null : found;
  const open = card === null ? null : await findOpenVisit(who, card);
  const { offsetMinutes } = await loadProgramme(who.now);
  const outcome = await transact(async (transaction): Promise<Outcome<Judged, never>> => {
    const tries = await readTries(transaction, { staffId: who.staff.staffId, ...(card === null ? {} : { cardNumber }) }, who.now);
    if (tries.lockedUntil !== null) return accept(refused('code.locked', { until: clockOf(tries.lockedUntil, offsetMinutes) }));
    const judged = await judge(transaction, who, shown, card, open, offsetMinutes);
    const guessed = 'refusal' in judged && (judged.refusal.code === 'code.wrong' || judged.refusal.code === 'code.unknownCard');
    if (guessed) await tries.fail(who.now);
    return accept(judged);
  });
  if (!outcome.ok) return outcome;
  if ('visit' in outcome.value) return accept(await viewVisit(outcome.value.visit, card, who.now));
  await record(who, 'visit.open', cardNumber.slice(-4), outcome.value.refusal.code);
  return { ok: false, refusal: outcome.value.refusal };
}

async function findOpenVisit(who: TillCaller, card: Card): Promise<Visit | null> {
  const visits = await find(
    'visits',
    { memberId: card.memberId, device: who.device, endsAt: { op: 'gt', value: who.now } },
    { limit: 1, order: [['endsAt', 'desc']] },
  );
  const visit = visits[0] ?? null;
  return visit?.shopId === who.shop._id ? visit : null;
}

async function judge(
  transaction: Transaction,
  who: TillCaller,
  shown: Shown,
  card: Card | null,
  open: Visit | null,
  offsetMinutes: number,
): Promise<Judged> {
  const version = card === null ? null : versionAt(card.versions, who.now);
  if (card === null || version === null) return refused('code.unknownCard');
  const matched = judgeCode(codeSecretHex(masterKey(), card.memberId, version), splitCode(shown.code).digits, who.now);
  if (!matched.ok) return { refusal: matched.refusal };
  const useId = `${card.memberId}:${matched.value}`;
  const use = await transaction.get('codeUses', useId);
  if (use !== null) return reuse(transaction, who, use, offsetMinutes);
  const visit = open ?? newVisit(useId, who, card, shown.by);
  await transaction.add('codeUses', [{ _id: useId, visitId: visit._id, at: who.now, shopId: who.shop._id, device: who.device }]);
  if (open === null) await transaction.add('visits', [visit]);
  return { visit };
}

async function reuse(
  transaction: Transaction,
  who: TillCaller,
  use: { readonly visitId: string; readonly at: number; readonly shopId: string; readonly device: string },
  offsetMinutes: number,
): Promise<Judged> {
  const visit = use.device === who.device && use.shopId === who.shop._id ? await transaction.get('visits', use.visitId) : null;
  if (visit !== null) return { visit };
  const shop = await findShop(use.shopId, who.now);
  return refused('code.used', {
    at: clockOf(use.at, offsetMinutes),
    shopZh: shop?.name.zh ?? use.shopId,
    shopEn: shop?.name.en ?? use.shopId,
  });
}

function newVisit(id: string, who: TillCaller, card: Card, by: Visit['by']): Visit {
  return {
    _id: id,
    memberId: card.memberId,
    accountId: card.accountId,
    shopId: who.shop._id,
    device: who.device,
    staffId: who.staff.staffId,
    openedAt: who.now,
    endsAt: who.now + visitMs,
    by,
    cardTail: card._id.slice(-4),
  };
}

function refused(code: CodeRefusal, args?: Refusal['args']): { readonly refusal: Refusal<CodeRefusal> } {
  return { refusal: refuse(code, args).refusal };
}
