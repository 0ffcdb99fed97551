/** Largest message of the wire. Source: MongoDB's manual, "hello", maxMessageSizeBytes. */
export const messageMaxBytes = 48_000_000;

/** Length, request id, response to, opcode: four 32-bit numbers. Source: MongoDB's manual, "MongoDB Wire Protocol". */
export const headerBytes = 16;

/**
 * Cuts a stream of bytes into messages. Gives a taker for arriving bytes; it throws when they are not messages of this protocol (a
 * browser's request, for instance), and then the connection must be closed.
 */
export function splitFrames(onFrame: (frame: Buffer) => void): (chunk: Buffer) => void {
  let waiting: Buffer[] = [];
  let length = 0;
  return (chunk) => {
    waiting.push(chunk);
    length += chunk.length;
    while (length >= headerBytes) {
      const whole = waiting.length === 1 && waiting[0] !== undefined ? waiting[0] : Buffer.concat(waiting);
      waiting = [whole];
      const size = whole.readInt32LE(0);
      if (size < headerBytes || size > messageMaxBytes) throw new RangeError(`a message of ${size} bytes is none of this protocol`);
      if (length < size) return;
      onFrame(whole.subarray(0, size));
      waiting = [whole.subarray(size)];
      length -= size;
    }
  };
}
