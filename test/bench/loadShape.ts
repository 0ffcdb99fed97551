/** Accounts that transactions spread over, so that they seldom meet. */
export const accountsCount = 10_000;

/** The entry a transaction adds: the size of a real one. */
export function entryOf(at: number, account: string): Readonly<Record<string, unknown>> {
  const note = { rewardId: 'sticker', rewardZh: '贴纸', rewardEn: 'Sticker', unitId: `sticker#${at}` };
  return { _id: `${account}:redemption:${at}`, account, seq: at, kind: 'redemption', availableDelta: -10, at, note };
}
