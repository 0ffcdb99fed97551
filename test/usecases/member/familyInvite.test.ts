import fc from 'fast-check';
import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(3);
});
afterAll(() => shop.close());

/** As a phone does: the same tap goes again while the answer is that it was busy. */
const inviteAsPhone = async (openid: string, key: string): Promise<string> => {
  for (;;) {
    const answer = await shop.call(openid, 'member', 'family.invite', { key });
    if (answer.ok) return answer.value.code;
    if (answer.refusal.code !== 'busy.tryAgain') throw new Error(answer.refusal.code);
  }
};

test('however many taps ask at once, there is one open invitation, and each tap keeps to its own', async () => {
  for (const openid of ['anna', 'bea']) await shop.join(openid);
  const taps = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 8 });
  const told = new Map<string, string>();
  let round = 0;
  await fc.assert(
    fc.asyncProperty(taps, fc.boolean(), async (asked, used) => {
      round += 1;
      const codes = await Promise.all(asked.map((tap) => inviteAsPhone('anna', `round-${round}-${tap}`)));
      asked.forEach((tap, index) => told.set(`round-${round}-${tap}`, codes[index] ?? ''));
      expect(new Set(codes).size).toBe(1);
      expect(await shop.cloud.data.find('familyInvites', { usedBy: null })).toHaveLength(1);
      if (used) {
        expect(await shop.call('bea', 'member', 'family.join', { code: codes[0] ?? '' })).toMatchObject({ ok: true });
        await shop.must('bea', 'member', 'family.leave', {});
      }
      for (const [key, code] of told) expect(await inviteAsPhone('anna', key)).toBe(code);
    }),
    { numRuns: process.env['LANTERN_PROVE'] === '1' ? 50 : 5, seed: 7 },
  );
});
