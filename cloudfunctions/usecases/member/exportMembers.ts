import { accept } from '@shared/kernel/refusal';
import { dataExportLifeMs, type DataExport } from '@shared/member/dataExport';
import { dayOf, type Day } from '@shared/kernel/time';
import { leftHashOf } from '@shared/member/leave';
import { draftMessage } from '@shared/message/draftMessage';
import type { OutboxMessage } from '@shared/message/types';
import { find, get, type Filter } from '../../adapters/database';
import type { CollectionName } from '../../adapters/documents';
import { deleteFile, storeText } from '../../adapters/files';
import { masterKey } from '../../adapters/masterKey';
import { transact } from '../../adapters/transact';
import { exportPictures } from './avatar/exportPictures';
import { loadProgramme } from '../store/loadProgramme';

const pageRows = 500;
/** Nobody has more than this in one collection; a job must end. */
const pagesMax = 100;

/** Where else than in their own document, card and account something about a member lies, and by which of their ids. */
const places: readonly (readonly [CollectionName, 'memberId' | 'accountId' | 'inviteeId', Filter?])[] = [
  ['entries', 'accountId'],
  ['tierChanges', 'accountId'],
  ['planOrders', 'memberId'],
  ['chanceEntries', 'accountId'],
  ['draws', 'accountId'],
  ['checkins', 'memberId'],
  // A round that goes on would tell how its options were shuffled.
  ['quizRounds', 'memberId', { finishedAt: { op: 'gt', value: 0 } }],
  ['riddleStates', 'memberId'],
  ['jigsawAttempts', 'memberId'],
  ['jigsawTimes', 'memberId'],
  ['visits', 'memberId'],
  ['purchases', 'memberId'],
  ['units', 'memberId'],
  ['vouchers', 'memberId'],
  ['claims', 'memberId'],
  ['bookings', 'memberId'],
  ['donations', 'memberId'],
  ['storeCodeScans', 'memberId'],
  ['avatars', 'memberId'],
  ['outbox', 'memberId'],
  ['grantEntries', 'memberId'],
  ['referrals', 'inviteeId'],
];

/** Fields of one's own documents that are about somebody else. */
const othersFields = ['inviterId', 'inviterHash'];

/**
 * Makes the files that members asked for: one readable JSON of every document about them, stored where only its link leads. A killed run
 * makes the same file at the same place again. Files that are a day old are deleted.
 */
export async function exportMembers(
  now: number,
  clock: () => number,
  untilMs: number,
  batch: number,
): Promise<{ made: number; deleted: number; more: boolean }> {
  const { offsetMinutes } = await loadProgramme(now);
  const waiting = await find('exports', { state: 'waiting' }, { limit: batch, order: [['askedAt', 'asc']] });
  let made = 0;
  for (const asked of waiting) {
    if (clock() >= untilMs) return { made, deleted: 0, more: true };
    const path = `exports/${leftHashOf(masterKey(), `export|${asked._id}|${asked.askedAt}`)}.json`;
    const fileId = await storeText(path, await gather(asked, now));
    const lapsesAt = now + dataExportLifeMs;
    await settle(asked, { state: 'ready', fileId, lapsesAt }, readyMessage(asked, dayOf(lapsesAt, offsetMinutes), now));
    made += 1;
  }
  const old = await find('exports', { state: 'ready', lapsesAt: { op: 'lte', value: now } }, { limit: batch });
  for (const lapsed of old) {
    if (lapsed.fileId !== null) await deleteFile(lapsed.fileId);
    await settle(lapsed, { state: 'lapsed', fileId: null, lapsesAt: lapsed.lapsesAt });
  }
  return { made, deleted: old.length, more: waiting.length === batch || old.length === batch };
}

/** Told once a file: it is named after the asking. */
function readyMessage({ _id: memberId, askedAt }: DataExport, day: Day, at: number): OutboxMessage {
  return draftMessage({ kind: 'exportReady', source: `${memberId}:${askedAt}`, memberId, facts: { day } }, at);
}

async function settle(
  before: DataExport,
  change: Pick<DataExport, 'state' | 'fileId' | 'lapsesAt'>,
  tells: OutboxMessage | null = null,
): Promise<void> {
  const outcome = await transact(async (transaction) => {
    const current = await transaction.get('exports', before._id);
    if (current?.state !== before.state || current.askedAt !== before.askedAt) return accept(null);
    await transaction.put('exports', { ...current, ...change });
    if (tells !== null) await transaction.add('outbox', [tells]);
    return accept(null);
  });
  if (!outcome.ok) throw new Error(`The export of ${before._id} could not be noted`);
}

async function gather({ _id: memberId, openid, accountId, cardNumber }: DataExport, now: number): Promise<string> {
  const member = await get('members', openid);
  const own = {
    members: [member],
    pictures: member === null ? {} : await exportPictures(member),
    cards: [await get('cards', cardNumber)],
    accounts: [await get('accounts', accountId)],
    inviters: [await get('inviters', memberId)],
  };
  const lists = new Map<string, readonly unknown[]>();
  for (const [collection, field, further] of places) {
    const whose = { ...further, [field]: field === 'accountId' ? accountId : memberId };
    lists.set(collection, await everything(collection, whose));
  }
  const about = {
    zh: '关于你的全部记录。金额单位为分，时间为毫秒时间戳（UTC）。',
    en: 'Every record about you. Amounts are in fen, times in milliseconds since 1970 (UTC).',
    madeAt: new Date(now).toISOString(),
  };
  return JSON.stringify({ about, ...own, ...Object.fromEntries(lists) }, null, 2);
}

async function everything(collection: CollectionName, whose: Filter): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  let after = '';
  for (let page = 0; page < pagesMax; page += 1) {
    const rows = await find(collection, { ...whose, _id: { op: 'gt', value: after } }, { limit: pageRows, order: [['_id', 'asc']] });
    all.push(...rows.map(withoutOthers));
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) break;
    after = last._id;
  }
  return all;
}

function withoutOthers(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([field]) => !othersFields.includes(field)));
}
