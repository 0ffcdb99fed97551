const keptMax = 60;

/** Remembers one more, and forgets the oldest when there are too many. */
export function keep<Item>(list: Item[], item: Item): void {
  list.push(item);
  if (list.length > keptMax) list.shift();
}
