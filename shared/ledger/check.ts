import { graceLotId, isGrace, lotsPerAccountMax } from './lots';
import type { Balance } from './types';

/**
 * What must hold of every balance at every instant (product.md, rule 1): gives a sentence for each thing that does not.
 * Empty means sound.
 */
export function checkBalance(balance: Balance): readonly string[] {
  const { available, pending, debt, lots, buckets, grace } = balance;
  const lotSum = lots.reduce((sum, lot) => sum + lot.points, 0);
  const bucketSum = buckets.reduce((sum, bucket) => sum + bucket.points, 0);
  const rules: readonly (readonly [boolean, string])[] = [
    [available === lotSum, `available ${available} is not the sum of its lots ${lotSum}`],
    [pending === bucketSum, `pending ${pending} is not the sum of its buckets ${bucketSum}`],
    [available >= 0 && pending >= 0 && debt >= 0, 'a part of the balance is below zero'],
    [available === 0 || debt === 0, 'available and debt are both above zero'],
    [lots.every((lot) => lot.points > 0) && buckets.every((bucket) => bucket.points > 0), 'an empty or negative lot or bucket is kept'],
    [
      lots.every((lot) => !isGrace(lot.id) || (grace !== null && lot.id === graceLotId(grace) && lot.endsOn === grace.endsOn)),
      'a grace lot is kept that is not the open one',
    ],
    [lots.length <= lotsPerAccountMax, `${lots.length} lots are open`],
  ];
  return rules.filter(([holds]) => !holds).map(([, sentence]) => sentence);
}
