/** Turns an encoding round, for the fields of an index that descend and for what lies below 0. */
export function invertKey(key: Buffer): Buffer {
  const inverted = Buffer.allocUnsafe(key.length);
  for (let at = 0; at < key.length; at += 1) inverted[at] = 255 - (key[at] ?? 0);
  return inverted;
}
