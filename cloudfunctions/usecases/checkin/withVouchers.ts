import { refuse, type Outcome, type Refusal } from '@shared/kernel/refusal';
import type { Caller } from '../../adapters/serve';
import { prepareIssue, type PreparedIssue } from '../voucher/issue';
import type { RewardRetry, RewardSlot } from './giveReward';

/** Rounds of looking for free units of the vouchers that a tap gives, before their points are paid instead. */
const roundsMax = 6;

/** Runs a tap's transaction again with what it found it needs: the vouchers that its rewards ask for, which few days do. */
export async function withVouchers<Value, Code extends string>(
  caller: Caller,
  run: (prepared: ReadonlyMap<RewardSlot, PreparedIssue | null>) => Promise<Outcome<Value, Code | RewardRetry>>,
): Promise<Outcome<Value, Code>> {
  const prepared = new Map<RewardSlot, PreparedIssue | null>();
  for (let round = 1; ; round += 1) {
    const outcome = await run(prepared);
    if (outcome.ok) return outcome;
    const { code, args } = outcome.refusal;
    if (code !== 'prepare' && code !== 'taken') return refuse((outcome.refusal as Refusal<Code>).code, args);
    const [slot, couponId] = [args?.['slot'] as RewardSlot, String(args?.['couponId'])];
    prepared.set(slot, round > roundsMax ? null : await prepareIssue(couponId, caller.now, caller.random));
  }
}
