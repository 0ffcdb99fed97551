import type { LocalCloud } from '@localcloud/index';
import { dayOf } from '@shared/kernel/time';
import { freeCopy, issueCopy } from '@shared/voucher/issueCopy';
import type { Coupon } from '@shared/voucher/types';
import { callAs } from '../../config/demo/callAs';
import { openBench } from './openBench';
import { callTill, expectOk, openTill } from './openTill';
import { loadMembers, till, type BenchMember } from './people';
import { compared, figure, type Row } from './row';
import { burst, median, type Burst } from './timing';

const rounds = 12;
const warmUpRounds = 4;
const membersPerRound = 160;
const clients = 16;
const operator = 'bench-operator';
const offsetMinutes = 480;

/** One round on both sides. */
interface Round {
  readonly quote: Burst;
  readonly confirm: { readonly ours: Burst; readonly bare: Burst };
  readonly refund: { readonly ours: Burst; readonly bare: Burst };
}

interface People {
  readonly ours: readonly BenchMember[];
  readonly bares: readonly BenchMember[];
  readonly bought: BenchMember;
  readonly refunded: BenchMember;
}

/**
 * Quote, confirmation and refund of a purchase with one voucher and points paid as cash: latency, operations per tap, and the ratio to the
 * same operations and documents with no rules.
 */
export async function tillGroup(): Promise<readonly Row[]> {
  const { cloud, close } = await openBench();
  try {
    const people = await prepare(cloud);
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await runRound(cloud, people, round));
    const warm = measured.slice(warmUpRounds);
    return [
      figure('quote.median', median(warm.map(({ quote }) => quote.medianMs)), 'ms'),
      figure('quote.p99', median(warm.map(({ quote }) => quote.p99Ms)), 'ms'),
      figure('quote.perSecond', median(warm.map(({ quote }) => quote.perSecond)), 'calls/s'),
      ...overBare('confirm', warm),
      ...overBare('refund', warm),
      ...(await operationRows(cloud, people)),
    ];
  } finally {
    await close();
  }
}

async function prepare(cloud: LocalCloud): Promise<People> {
  await openTill(cloud);
  await cloud.data.insert('staff', [{ _id: operator, staffId: 'op', name: '运营', shopId: null, roles: ['operator'], active: true }]);
  const ten = {
    id: 'ten',
    name: { zh: '满50减10', en: '¥10 off ¥50' },
    benefit: { kind: 'amountOff', thresholdFen: 5_000, offFen: 1_000 },
    validity: { kind: 'relative', days: 30 },
  };
  expectOk(await callAs(cloud, 'console', operator)('store.apply', { section: 'coupons', rows: [ten], dryRun: false, firstRow: 0 }));
  const [bought, refunded] = await holders(cloud, 'p', 2);
  if (bought === undefined || refunded === undefined) throw new Error('There are no pattern members');
  const people = { ours: await holders(cloud, 'a', membersPerRound), bares: await holders(cloud, 'b', membersPerRound), bought, refunded };
  for (const member of [bought, refunded]) {
    await quote(cloud, member, -1);
    await confirm(cloud, member, -1);
  }
  await refund(cloud, refunded, -1);
  // The pattern of a confirmation is looked for with its refund, which this member will never have.
  await cloud.data.insert('refunds', [{ _id: `${purchaseOf(bought, -1)}:1` }]);
  return people;
}

/** Members with the voucher in hand. */
async function holders(cloud: LocalCloud, prefix: string, count: number): Promise<readonly BenchMember[]> {
  const members = await loadMembers(cloud, prefix, count);
  const [coupon] = (await cloud.data.find('coupons', { _id: 'ten' })) as unknown as readonly Coupon[];
  if (coupon === undefined) throw new Error('There is no coupon');
  const at = cloud.clock.nowMs();
  const today = dayOf(at, offsetMinutes);
  await cloud.data.load(
    'vouchers',
    members.map(({ memberId }, index) => {
      const owner = { memberId, accountId: memberId, code: String(7_000_000_000_000_000 + index) };
      return { ...issueCopy(freeCopy(voucherOf(memberId), 'ten'), coupon, { ...owner, source: 'gift', at, today }) };
    }),
  );
  return members;
}

async function runRound(cloud: LocalCloud, { ours, bares, bought, refunded }: People, round: number): Promise<Round> {
  const measured = await burst(ours, clients, (member) => quote(cloud, member, round));
  await burst(bares, clients, (member) => quote(cloud, member, round));
  const both = async (
    kind: 'confirm' | 'refund',
    real: (member: BenchMember) => Promise<unknown>,
    pattern: BenchMember,
  ): Promise<Round['confirm']> => {
    const bareSide = (): Promise<Burst> => burst(bares, clients, (member) => bare(cloud, kind, member, round, pattern));
    const ourSide = (): Promise<Burst> => burst(ours, clients, real);
    // Who goes first alternates, so that neither has the warmer half of the machine.
    if (round % 2 === 0) {
      const first = await bareSide();
      return { bare: first, ours: await ourSide() };
    }
    return { ours: await ourSide(), bare: await bareSide() };
  };
  return {
    quote: measured,
    confirm: await both('confirm', (member) => confirm(cloud, member, round), bought),
    refund: await both('refund', (member) => refund(cloud, member, round), refunded),
  };
}

function overBare(name: 'confirm' | 'refund', warm: readonly Round[]): readonly Row[] {
  const perSecond = median(warm.map((round) => round[name].ours.perSecond));
  const barePerSecond = median(warm.map((round) => round[name].bare.perSecond));
  const ratio = median(warm.map((round) => round[name].ours.perSecond / round[name].bare.perSecond));
  return [
    figure(`${name}.median`, median(warm.map((round) => round[name].ours.medianMs)), 'ms'),
    figure(`${name}.p99`, median(warm.map((round) => round[name].ours.p99Ms)), 'ms'),
    compared(`${name}.overBare`, perSecond, barePerSecond, 'calls/s', ratio),
  ];
}

/** Operations of one tap each, counted at the gateway. */
async function operationRows(cloud: LocalCloud, { ours }: People): Promise<readonly Row[]> {
  const [member] = ours;
  if (member === undefined) return [];
  const rows: Row[] = [];
  for (const [name, tap] of Object.entries({ quote, confirm, refund })) {
    await tap(cloud, member, rounds);
    const last = cloud.lastInvocations().filter((record) => record.functionName === 'staff');
    rows.push(figure(`${name}.operations`, last.at(-1)?.operations ?? NaN, 'operations'));
  }
  return rows;
}

async function quote(cloud: LocalCloud, { visitId }: BenchMember, round: number): Promise<void> {
  const lines = [{ categoryId: 'general', amountFen: 12_850 }];
  await callTill(cloud, 'purchase.quote', { key: quoteKey(round), visitId, lines, usePoints: 100, voucherIds: 'best' });
}

async function confirm(cloud: LocalCloud, member: BenchMember, round: number): Promise<void> {
  const input = { key: `confirm-${round}`, quoteId: quoteOf(member, round), orderNo: orderOf(member, round) };
  await callTill(cloud, 'purchase.confirmQuote', input);
}

async function refund(cloud: LocalCloud, member: BenchMember, round: number): Promise<void> {
  await callTill(cloud, 'purchase.refund', { key: `refund-${round}`, purchaseId: purchaseOf(member, round), after: 0, lines: null });
}

async function bare(
  cloud: LocalCloud,
  kind: 'confirm' | 'refund',
  member: BenchMember,
  round: number,
  pattern: BenchMember,
): Promise<void> {
  const { openid, memberId } = member;
  const names = { quoteId: quoteOf(member, round), orderNo: orderOf(member, round), voucherId: voucherOf(memberId) };
  await cloud.call('bareTill', { kind, memberId, ...names, patternId: pattern.memberId }, { openid });
}

const quoteKey = (round: number): string => `quote-tap-${round}`;
const quoteOf = ({ visitId }: BenchMember, round: number): string => `${visitId}:${quoteKey(round)}`;
const orderOf = ({ memberId }: BenchMember, round: number): string => `Q${round}-${memberId}`;
const purchaseOf = (member: BenchMember, round: number): string => `${till.shopId}::${orderOf(member, round)}`;
const voucherOf = (memberId: string): string => `ten:${memberId}:gift`;
