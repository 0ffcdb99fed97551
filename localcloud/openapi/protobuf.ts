/** One field of a protocol buffers message: its number, and its content. */
export type Field = { readonly number: number; readonly bytes: Buffer } | { readonly number: number; readonly varint: bigint };

/**
 * Reads the fields of a message in their order. The few messages of the open API need only numbers and bytes, so this stands in for a
 * library. Throws RangeError on a message that is cut short or uses groups.
 * Source of the format: the protocol buffers encoding guide.
 */
export function readFields(message: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message[at];
      if (byte === undefined) throw new RangeError('a message ends within a number');
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new RangeError('a number is longer than ten bytes');
  };
  const take = (length: number): Buffer => {
    if (at + length > message.length) throw new RangeError('a message ends within a field');
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const tag = varint();
    const number = Number(tag >> 3n);
    const kind = Number(tag & 7n);
    if (kind === 0) fields.push({ number, varint: varint() });
    else if (kind === 1) fields.push({ number, bytes: take(8) });
    else if (kind === 2) fields.push({ number, bytes: take(Number(varint())) });
    else if (kind === 5) fields.push({ number, bytes: take(4) });
    else throw new RangeError(`a field of kind ${kind} is not understood`);
  }
  return fields;
}

/** The contents of every field with a number that holds bytes. */
export function bytesOf(fields: readonly Field[], number: number): Buffer[] {
  return fields.flatMap((field) => (field.number === number && 'bytes' in field ? [field.bytes] : []));
}

/** The text in the last field with a number, or `''` when there is none. */
export function textOf(fields: readonly Field[], number: number): string {
  return bytesOf(fields, number).at(-1)?.toString('utf8') ?? '';
}

/** Writes a field that holds bytes, a text or a message. */
export function bytesField(number: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([writeVarint(BigInt(number) * 8n + 2n), writeVarint(BigInt(bytes.length)), bytes]);
}

/** Writes a field that holds a whole number; a negative one takes ten bytes. */
export function numberField(number: number, value: number): Buffer {
  return Buffer.concat([writeVarint(BigInt(number) * 8n), writeVarint(BigInt.asUintN(64, BigInt(value)))]);
}

function writeVarint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}
