import type { Copy } from '../zh';

/** Goods put in by product. */
export const purchaseGoods: Copy['purchaseGoods'] = {
  open: 'Add goods',
  title: 'Add goods',
  search: 'Name or bar code',
  hint: 'Or use a hand scanner',
  scan: 'Scan a bar code',
  added: (name) => `One ${name} put in`,
  unknownCode: (code) => `No product has the bar code ${code}. Look for its name, or enter an amount by category.`,
  none: 'Nothing found',
  noneNote: 'Try another word, or enter an amount by category',
  less: (name) => `One less of ${name}`,
  more: (name) => `One more of ${name}`,
  done: 'Done',
};
