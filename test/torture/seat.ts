import type { LocalCloud } from '@localcloud/index';
import type { FunctionName, Input, MethodOf, Output } from '@shared/functions';
import type { Home } from '@shared/member/contract';
import type { NewShopKey } from '@shared/store/contract';
import type { BookingView } from '@shared/voucher/booking/view';
import type { VoucherView } from '@shared/voucher/view';
import type { Journal } from './openJournal';
import type { Gate } from './openGate';

/** What callers have seen of each other, bounded: the latest are kept. */
export interface Seen {
  readonly homes: Map<string, Home>;
  readonly visits: { readonly visitId: string; readonly openid: string; readonly endsAt: number }[];
  readonly purchases: { readonly purchaseId: string; readonly openid: string; readonly orderNo: string; readonly lines: number }[];
  readonly pickups: { readonly pickupCode: string; readonly redemptionKey: string; readonly openid: string }[];
  readonly vouchers: { readonly view: VoucherView; readonly openid: string }[];
  readonly bookings: { readonly booking: BookingView; readonly code: string; readonly voucherId: string; readonly openid: string }[];
  /** What points bought besides goods: packs and vouchers. */
  readonly bought: { readonly redemptionId: string; readonly openid: string }[];
  readonly tickets: string[];
  readonly quotes: { readonly quoteId: string; readonly openid: string }[];
  readonly gifts: string[];
  readonly proposals: string[];
  /** Orders of paid cards, and who made them. */
  readonly planOrders: { readonly orderId: string; readonly openid: string }[];
  /** Invitations into somebody's account. */
  readonly familyCodes: string[];
  readonly storeCodes: string[];
  /** Whose invitation is which. */
  readonly invitations: Map<string, string>;
  /** Those who came by one. */
  readonly friends: string[];
  /** Who asked to leave and has not stayed, by openid. */
  readonly leaving: Set<string>;
  readonly machineOrders: {
    readonly orderNo: string;
    readonly openid: string;
    readonly lines: readonly { readonly categoryId: string; readonly amountFen: number }[];
  }[];
}

/** What everybody shares. */
export interface Arena {
  readonly cloud: LocalCloud;
  readonly seed: number;
  readonly gate: Gate;
  readonly journal: Journal;
  readonly seen: Seen;
  /** Keys of the shops' machines, by machine. */
  readonly shopKeys: ReadonlyMap<string, NewShopKey>;
  /** Epoch ms of the machine at which everybody stops. */
  readonly endsAtMs: number;
}

/** Whom a caller plays. A timer calls no methods: it runs jobs; a machine speaks at its own door. */
export type Part = 'shopper' | 'clerk' | 'lead' | 'operator' | 'timer' | 'machine';

/** One of the callers: who they are, and how they act. */
export interface Seat {
  readonly arena: Arena;
  readonly openid: string;
  readonly part: Part;
  readonly device: string;
  /** The next chance of this caller's own sequence, in [0, 1). */
  readonly random: () => number;
  /** A whole number from `least` to `most`. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <Item>(from: readonly Item[]) => Item | undefined;
  /** A key nobody used yet. */
  readonly key: () => string;
  /**
   * Calls a method as this caller, sends the same again when the answer is lost, and sometimes when it is not. Gives what was accepted,
   * null for a refusal or when no answer could be had.
   */
  readonly say: <F extends FunctionName, M extends MethodOf<F>>(
    functionName: F,
    method: M,
    input: Input<F, M>,
  ) => Promise<Output<F, M> | null>;
  /** How many calls this caller has made. */
  readonly asked: () => number;
  /** Counts a call that goes past `say`. */
  readonly asking: () => void;
  readonly runJob: (name: string) => Promise<void>;
}

/** One thing callers do. New methods are one entry each in the tables of `acts/`. */
export interface Act {
  readonly name: string;
  readonly parts: readonly Part[];
  /** How often, beside the others' weights. */
  readonly weight: number;
  readonly perform: (seat: Seat) => Promise<unknown>;
}
