import type { Copy } from '../zh';

/** Shops and staff. */
export const store: Copy['store'] = {
  till: (shop) => `Till · ${shop}`,
  tillPlain: 'Till',
  noShop: 'You are not assigned to a shop yet',
  noShopNote: 'Ask the lead to add you to one',
  roles: { clerk: 'Clerk', lead: 'Shift lead', operator: 'Operator' },
  handOver: {
    title: 'Pick-up',
    on: (day) => `Redeemed ${day}`,
    confirm: 'Hand it over',
    done: 'Handed over',
    at: (clock) => `noted at ${clock}`,
  },
};
