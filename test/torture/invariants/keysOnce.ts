import { repeated, spoilFirst, type Invariant } from './invariant';

/** Each caller's key and each of nature's keys has done one thing. */
export const keysOnce: Invariant = {
  name: 'each key once',
  check(all) {
    const standing = all.purchases.filter((purchase) => purchase.undo === null);
    const taken = all.units.flatMap((unit) => (unit.redemption === undefined ? [] : [unit.redemption]));
    const wrong = [
      ...repeated('a purchase by key', all.purchases, ({ shopId, staffId, key, orderNo, takenAt }) =>
        // Rows of a file and of a machine have no key but their order number.
        [shopId, staffId, key, /^(import|pos)-/.test(key) ? `${orderNo} ${takenAt}` : ''].join(' '),
      ),
      ...repeated('a standing purchase by order number', standing, ({ shopId, orderNo }) => `${shopId} ${orderNo}`),
      ...repeated('a check-in', all.checkins, ({ memberId, day }) => `${memberId} ${day}`),
      ...repeated('a claim by key', all.claims, ({ memberId, key }) => `${memberId} ${key}`),
      ...repeated('a redemption', taken, ({ accountId, id }) => `${accountId} ${id}`),
      ...repeated('a draw', all.draws, ({ poolId, drawer, counter }) => `${poolId} ${drawer} ${counter}`),
      ...repeated('an entry', all.entries, ({ accountId, kind, source }) => `${accountId} ${kind} ${source}`),
      ...repeated('a number of an account', all.entries, ({ accountId, seq }) => `${accountId} ${seq}`),
      ...repeated('a card of a member', all.cards, ({ memberId }) => memberId),
      ...repeated(
        'a code of a pick-up',
        all.units.filter((unit) => unit.pickupCode !== undefined),
        ({ pickupCode }) => pickupCode ?? '',
      ),
      ...repeated(
        'a code of a voucher',
        all.vouchers.filter((voucher) => voucher.code !== undefined),
        ({ code }) => code ?? '',
      ),
      ...repeated(
        'a use of a pack',
        all.packs.flatMap(({ _id, used }) => used.map(({ key }) => `${_id} ${key}`)),
        (use) => use,
      ),
      ...all.entries
        .filter(({ _id, accountId, kind, source }) => _id !== `${accountId}:${kind}:${source}`)
        .map(({ _id }) => `entry ${_id}`),
    ];
    return { looked: all.purchases.length + all.entries.length + all.claims.length + all.checkins.length + all.draws.length, wrong };
  },
  spoil: ({ checkins }) => {
    const [first] = checkins;
    return (
      first !== undefined &&
      spoilFirst(
        checkins,
        ({ _id }) => _id !== first._id,
        () => ({ memberId: first.memberId, day: first.day }),
      )
    );
  },
};
