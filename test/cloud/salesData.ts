/** What was sold: one without an item, one without tags, one with a plain tag. */
export const sales = [
  { _id: 's1', item: 'abc', price: 10, quantity: 2, at: new Date('2024-03-01T08:00:00Z'), tags: ['a', 'b'] },
  { _id: 's2', item: 'jkl', price: 20, quantity: 1, at: new Date('2024-03-01T09:00:00Z'), tags: [] },
  { _id: 's3', item: 'xyz', price: 5, quantity: 10, at: new Date('2024-03-15T09:00:00Z'), tags: ['b'] },
  { _id: 's4', item: 'xyz', price: 5, quantity: 20, at: new Date('2024-04-04T11:21:39Z') },
  { _id: 's5', item: 'abc', price: 10, quantity: 10, at: new Date('2024-04-04T21:23:13Z'), tags: null },
  { _id: 's6', price: 7.5, quantity: 5, tags: 'c' },
];
/** What can be sold: one with a null number, one with none. */
export const items = [
  { _id: 'i1', sku: 'abc', name: 'Almonds' },
  { _id: 'i2', sku: 'jkl', name: 'Pecans' },
  { _id: 'i3', sku: null, name: 'Unknown' },
  { _id: 'i4', name: 'Nameless' },
];
