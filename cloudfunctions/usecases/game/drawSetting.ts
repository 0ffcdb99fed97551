import type { Pool } from '@shared/game/poolTypes';
import type { Day } from '@shared/kernel/time';
import type { Member } from '@shared/member/types';
import type { Programme } from '@shared/store/programme';
import type { Caller } from '../../adapters/serve';
import type { PreparedIssue } from '../voucher/issue';

/** Everything a draw's transaction needs, read or made before it. */
export interface DrawSetting {
  readonly caller: Caller;
  readonly wish: { readonly key: string; readonly poolId: string; readonly nonce: string };
  readonly member: Member;
  readonly programme: Programme;
  readonly pool: Pool;
  /** Every published pool: which are stopped, and which are over for good. */
  readonly pools: ReadonlyMap<string, Pool>;
  readonly secret: string;
  /** Whether the caller works for the programme, and so may not draw. */
  readonly staff: boolean;
  readonly today: Day;
  readonly prepared: ReadonlyMap<string, PreparedIssue>;
  /** For goods and for a service pack, should they be won. */
  readonly pickupCode: string;
  readonly packCode: string;
}
