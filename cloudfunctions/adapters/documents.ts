import type { Proposal } from '@shared/audit/proposal';
import type { AuditRecord } from '@shared/audit/types';
import type { CheckinRecord } from '@shared/checkin/types';
import type { Account, Entry } from '@shared/ledger/types';
import type { Offer } from '@shared/campaign/types';
import type { Draw } from '@shared/game/drawTypes';
import type { Pool, PoolRevision } from '@shared/game/poolTypes';
import type { ChanceEntry, JobMark } from '@shared/game/types';
import type { Product } from '@shared/goods/types';
import type { Card, Member } from '@shared/member/types';
import type { GrantEntry } from '@shared/message/grantEntry';
import type { OutboxMessage, TemplateStop } from '@shared/message/types';
import type { Attempts, CodeUse, Purchase, Visit } from '@shared/purchase/types';
import type { Reward, Unit } from '@shared/reward/types';
import type { Programme } from '@shared/store/programme';
import type { ShopKey } from '@shared/store/shopKey';
import type { TierChange } from '@shared/tier/types';
import type { Category, DayMark, Lease, Shop, Staff } from '@shared/store/types';
import type { Claim, Coupon, Voucher } from '@shared/voucher/types';

/** What lies in which collection: a read of the wrong kind does not compile. */
export interface Documents {
  programme: Programme;
  shops: Shop;
  shopKeys: ShopKey;
  staff: Staff;
  categories: Category;
  rewards: Reward;
  units: Unit;
  members: Member;
  accounts: Account;
  cards: Card;
  entries: Entry;
  tierChanges: TierChange;
  checkins: CheckinRecord;
  codeUses: CodeUse;
  visits: Visit;
  purchases: Purchase;
  attempts: Attempts;
  audit: AuditRecord;
  proposals: Proposal;
  products: Product;
  offers: Offer;
  coupons: Coupon;
  vouchers: Voucher;
  claims: Claim;
  outbox: OutboxMessage;
  grantEntries: GrantEntry;
  templateStops: TemplateStop;
  chanceEntries: ChanceEntry;
  pools: Pool;
  poolRevisions: PoolRevision;
  draws: Draw;
  jobMarks: JobMark;
  leases: Lease;
  dayMarks: DayMark;
}

export type CollectionName = keyof Documents;
