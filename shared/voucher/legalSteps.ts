import type { Voucher, VoucherState, VoucherStep } from './types';

interface Transition {
  readonly from: VoucherState;
  readonly to: VoucherState;
}

/**
 * Everything that can become of a voucher: nothing else is ever written. A numbered unit begins free; undo, void and full refunds bring
 * a redeemed one back; a revoked one stays revoked.
 */
const transitions = {
  issue: { from: 'free', to: 'issued' },
  offer: { from: 'issued', to: 'gifting' },
  accept: { from: 'gifting', to: 'issued' },
  giftBack: { from: 'gifting', to: 'issued' },
  redeem: { from: 'issued', to: 'redeemed' },
  bringBack: { from: 'redeemed', to: 'issued' },
  revoke: { from: 'issued', to: 'revoked' },
  revokeGift: { from: 'gifting', to: 'revoked' },
} as const satisfies Readonly<Record<string, Transition>>;

/** Whether a voucher's history is one that the table allows, begins with its issue and ends in the state it says. */
export function isLegalHistory({ state, steps }: Pick<Voucher, 'state' | 'steps'>): boolean {
  const states: readonly VoucherState[] = ['free', ...steps.map((step) => step.state)];
  const inTable = (from: VoucherState, to: VoucherState): boolean =>
    Object.values<Transition>(transitions).some((each) => each.from === from && each.to === to);
  const inOrder = steps.every((step, index) => step.at >= (steps[index - 1]?.at ?? step.at));
  return inOrder && states.at(-1) === state && states.slice(1).every((to, index) => inTable(states[index] ?? 'free', to));
}

/** A voucher after one more step. A step that the table does not allow is a bug: it throws, and nothing is written. */
export function withStep(voucher: Voucher, act: keyof typeof transitions, step: Omit<VoucherStep, 'state'>): Voucher {
  const { from, to } = transitions[act];
  if (voucher.state !== from) throw new Error(`Voucher ${voucher._id} is ${voucher.state}: ${act} needs ${from}`);
  // Clocks of instances differ by a little; the history's own order is what counts.
  const at = Math.max(step.at, voucher.steps.at(-1)?.at ?? step.at);
  return { ...voucher, state: to, steps: [...voucher.steps, { ...step, state: to, at }] };
}
