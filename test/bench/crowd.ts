import type { LocalCloud } from '@localcloud/index';
import { monthOf, dayOf } from '@shared/kernel/time';
import { callAs } from '../../config/demo/callAs';
import { openBench } from './openBench';
import { expectOk, openTill } from './openTill';
import { loadMembers, type BenchMember } from './people';
import { figure, type Row } from './row';
import { burst } from './timing';

const claimants = 5_000;
const vouchersOnOffer = 500;
const racers = 100_000;
const looks = 2_000;
const clients = 64;
const operator = 'bench-operator';
const offsetMinutes = 480;
const busyTriesMax = 50;

/** What many do at once: a burst of claims for few vouchers, and looks at the month's race. */
export async function crowd(): Promise<readonly Row[]> {
  const { cloud, close } = await openBench();
  try {
    await openTill(cloud);
    await cloud.data.insert('staff', [{ _id: operator, staffId: 'op', name: '运营', shopId: null, roles: ['operator'], active: true }]);
    const members = await loadMembers(cloud, 'a', claimants);
    return [...(await claimRows(cloud, members)), ...(await rankRows(cloud, members))];
  } finally {
    await close();
  }
}

async function claimRows(cloud: LocalCloud, members: readonly BenchMember[]): Promise<readonly Row[]> {
  const few = {
    id: 'few',
    name: { zh: '满50减10', en: '¥10 off ¥50' },
    benefit: { kind: 'amountOff', thresholdFen: 5_000, offFen: 1_000 },
    validity: { kind: 'relative', days: 30 },
    total: vouchersOnOffer,
  };
  expectOk(await callAs(cloud, 'console', operator)('store.apply', { section: 'coupons', rows: [few], dryRun: false, firstRow: 0 }));
  const told = { given: 0, gone: 0 };
  const measured = await burst(members, clients, async (member) => {
    told[(await insist(cloud, member)) ? 'given' : 'gone'] += 1;
  });
  const issued = await cloud.data.find('vouchers', { couponId: 'few', state: 'issued' }, { limit: claimants });
  const owners = new Set(issued.map((voucher) => voucher['memberId']));
  const claims = await cloud.data.count('claims', { couponId: 'few' });
  if (told.given !== issued.length || owners.size !== issued.length || claims !== issued.length) {
    throw new Error(`Told ${told.given}, issued ${issued.length}, owners ${owners.size}, claims ${claims}`);
  }
  return [
    figure('claim.burst', issued.length, 'vouchers'),
    figure('claim.perSecond', measured.perSecond, 'calls/s'),
    figure('claim.p99', measured.p99Ms, 'ms'),
  ];
}

/** Claims as a phone does: "busy" is tried again with the same key. Whether a voucher was given. */
async function insist(cloud: LocalCloud, { openid }: BenchMember): Promise<boolean> {
  for (let attempt = 0; attempt < busyTriesMax; attempt += 1) {
    const reply = await callAs(cloud, 'member', openid)('voucher.claim', { key: 'claim-in-burst', couponId: 'few' });
    if (reply.ok) return true;
    if (reply.refusal.code === 'voucher.gone') return false;
    if (reply.refusal.code !== 'busy.tryAgain') expectOk(reply);
  }
  throw new Error(`${openid} never got an answer`);
}

/** The race seen by members of a month with many racers: nobody's look may cost a scan of them. */
async function rankRows(cloud: LocalCloud, members: readonly BenchMember[]): Promise<readonly Row[]> {
  const now = cloud.clock.nowMs();
  const month = monthOf(dayOf(now, offsetMinutes));
  const others = Array.from({ length: racers - members.length }, (_, index) => `z${String(index).padStart(8, '0')}`);
  const ids = [...members.map(({ memberId }) => memberId), ...others];
  const pointsOf = (index: number): number => 1 + ((index * 7_919) % 9_973);
  await cloud.data.load(
    'race',
    ids.map((memberId, index) => ({
      _id: `${month}:${memberId}`,
      month,
      memberId,
      accountId: memberId,
      points: pointsOf(index),
      since: now,
    })),
  );
  const look = async ({ openid }: BenchMember): Promise<unknown> =>
    expectOk(await callAs(cloud, 'member', openid)('ledger.race', { which: 'this' }));
  await burst(members.slice(0, 200), 1, look);
  const measured = await burst(members.slice(0, looks), 1, look);
  return [figure('rank.median', measured.medianMs, 'ms'), figure('rank.p99', measured.p99Ms, 'ms')];
}
