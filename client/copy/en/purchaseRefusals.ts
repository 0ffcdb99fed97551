/** Every refusal of a quote and its confirmation. */
export const purchaseRefusals = {
  'quote.unknown': 'This price is not known here. Please enter the amount again.',
  'quote.changed': 'It is not as quoted any more. Look at the new price and confirm again.',
  'quote.lapsed': 'The quoted price ended at {at}. Look at the new price and confirm.',
  'quote.replaced': 'This order was priced anew. Look at the new price and confirm.',
  'quote.used': 'This price has been recorded already. See the recent purchases.',
  'quote.tier': 'The member’s tier has just changed, and so has the price. Look at it and confirm.',
  'quote.price': 'An offer or a price has just changed. Look at the new price and confirm.',
  'quote.points': 'The day’s cap on points has changed; this order now earns {points}. Please confirm again.',
  'quote.gift': 'The gift has just changed. Look at the new result and confirm.',
  'voucher.notTogether': 'These vouchers cannot be used together. Choose another combination.',
} as const;
