/**
 * Reads a form of parts (`multipart/form-data`, RFC 7578) as the SDK writes it: fields by name, contents as bytes.
 * Gives `undefined` when the content type is another or the body does not keep to it.
 */
export function readMultipart(contentType: string, body: Buffer): ReadonlyMap<string, Buffer> | undefined {
  const found = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) return undefined;
  const fields = new Map<string, Buffer>();
  const line = Buffer.from(`--${boundary}`);
  let at = body.indexOf(line);
  while (at >= 0) {
    const start = at + line.length;
    if (body.toString('latin1', start, start + 2) === '--') return fields;
    const end = body.indexOf(Buffer.concat([Buffer.from('\r\n'), line]), start);
    const head = body.indexOf('\r\n\r\n', start);
    if (end < 0 || head < 0 || head > end) return undefined;
    const name = /\bname="([^"]*)"/i.exec(body.toString('utf8', start, head))?.[1];
    if (name === undefined) return undefined;
    fields.set(name, body.subarray(Math.min(head + 4, end), end));
    at = end + 2;
  }
  return undefined;
}
