import type { Hands } from './doOnce';

const general = (amountFen: number) => [{ categoryId: 'general', amountFen }];

/** What the till records. Gives the rows of a machine and of a file that were taken too. */
export async function sellOnce({ shop, once }: Hands, cardNumber: string): Promise<{ readonly sale: object; readonly row: object }> {
  await once('clerk-west', 'staff', 'shift.open', { key: 'shift-op1' });
  const visit = async (awayMs = 31_000): Promise<string> => {
    shop.cloud.clock.advanceMs(awayMs);
    return (await shop.must('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(await shop.join('anna')), by: 'scan' })).visitId;
  };
  const visitId = await visit();
  const taken = { key: 'confirm-1', visitId, orderNo: 'C1', lines: general(10_000) };
  const { purchaseId } = await once('clerk-west', 'staff', 'purchase.confirm', taken, { lines: general(9_000) }, 'call.notAllowed');
  const wanted = [{ productId: '6901234000016', units: 2 }];
  const wish = { key: 'quote-001', visitId, lines: wanted, usePoints: 10, voucherIds: 'best' } as const;
  const { quoteId } = await once('clerk-west', 'staff', 'purchase.quote', wish, { usePoints: 0 });
  const confirmed = { key: 'confirm-2', quoteId, orderNo: 'C2' };
  await once('clerk-west', 'staff', 'purchase.confirmQuote', confirmed, { quoteId: 'none' }, 'call.notAllowed');
  await once(
    'clerk-west',
    'staff',
    'purchase.refund',
    { key: 'refund-01', purchaseId, after: 0, lines: null },
    { lines: [{ line: 0, units: 2 }] },
  );
  const wrong = await shop.must('clerk-west', 'staff', 'purchase.confirm', {
    key: 'confirm-3',
    visitId,
    orderNo: 'C3',
    lines: general(100),
  });
  await once('clerk-west', 'staff', 'purchase.undo', { key: 'undo-0001', purchaseId: wrong.purchaseId });
  const bad = await shop.must('clerk-west', 'staff', 'purchase.confirm', { key: 'confirm-4', visitId, orderNo: 'C4', lines: general(200) });
  await once('lead-west', 'staff', 'purchase.void', { key: 'void-0001', purchaseId: bad.purchaseId });
  shop.cloud.clock.advanceMs(31_000);
  const late = { code: shop.codeOf(await shop.join('anna')), scannedAt: shop.cloud.clock.nowMs() };
  const lines = [{ categoryId: 'general', amountFen: 4_800, productId: '6901234000016' }];
  await once(
    'clerk-west',
    'staff',
    'purchase.recordLate',
    { key: 'late-0001', ...late, orderNo: 'C5', lines },
    { lines: general(1) },
    'call.notAllowed',
  );
  await once('clerk-west', 'staff', 'shift.close', { key: 'shift-cl1' });
  await once('lead-west', 'staff', 'store.makeCode', { key: 'poster-01', kind: 'earn', points: 3, perDayMax: 9 }, { perDayMax: 8 });
  const sale = { kind: 'sale', orderNo: 'M1', member: cardNumber, at: shop.cloud.clock.nowMs(), lines };
  const items = [
    { item: 'general', amountFen: 4_800 },
    { item: '', amountFen: 100 },
    { item: '6901234000016', amountFen: 4_800 },
  ];
  return { sale, row: { card: cardNumber, shop: 'west', orderNo: 'I1', at: '2026-11-22 18:30', lines: items } };
}
