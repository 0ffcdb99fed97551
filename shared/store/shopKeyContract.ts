import * as z from 'zod/mini';
import { command } from '../kernel/contract';
import { keyField, slugField } from '../kernel/fields';

export interface ShopKeyView {
  readonly keyId: string;
  readonly shopId: string;
  readonly madeAt: number;
  readonly madeBy: string;
  readonly endsAt: number | null;
  readonly endedBy: string | null;
}

/** A new key with its secret: shown to whoever made it, typed into the shop's machine, kept nowhere by us. */
export interface NewShopKey extends ShopKeyView {
  readonly secret: string;
}

const keyIdField = z.string().check(z.regex(/^[0-9a-z]{16}$/));

export const shopKeyConsole = {
  /** Makes a key for a shop's machines; the one it replaces goes on for 24 hours. The same tap again shows the same key. */
  'store.makeKey': command<NewShopKey>()({
    input: z.strictObject({ key: keyField, shopId: slugField, replaces: z.optional(keyIdField) }),
    refusals: ['shop.unknown', 'shopKey.unknown', 'key.reused'],
  }),
  /** Ends a key; instances may still take it for 30 seconds. Ending it again changes nothing. */
  'store.revokeKey': command<ShopKeyView>()({ input: z.strictObject({ keyId: keyIdField }), refusals: ['shopKey.unknown'] }),
  /** A shop's keys, newest first, 100 at most. */
  'store.keys': command<{ readonly keys: readonly ShopKeyView[] }>()({ input: z.strictObject({ shopId: slugField }), refusals: [] }),
};
