import type { Suggest } from './wechatTypes';

/** A picture or sound that somebody asked to have checked. Its verdict is known at once and told later, as the platform does. */
export interface MediaCheck {
  readonly traceId: string;
  /** Whose it is. */
  readonly openid: string;
  readonly askedMs: number;
  /** `unreachable`: it could not be fetched. */
  readonly suggest: Suggest | 'unreachable';
  /** How often its verdict was pushed in vain. */
  readonly tries: number;
  /** When the function took it; null: not yet. */
  readonly takenMs: number | null;
}
