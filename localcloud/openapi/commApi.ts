import { bytesField, bytesOf, numberField, readFields, textOf } from './protobuf';

/** An open API's parameters by name (snake case), each already parsed from its JSON; a picture or file stays bytes. */
export type OpenApiParams = Readonly<Record<string, unknown>>;

/** A call as the SDK packs it: an open API with parameters, or an inner one with a message of its own. */
export type CommCall =
  | { readonly kind: 'open'; readonly params: OpenApiParams }
  | { readonly kind: 'inner'; readonly apiName: string; readonly message: Buffer };

/** Numbers of the SDK's `CommApiData.ApiType`. */
const apiTypeInner = 2n;

/** Reads the SDK's `CommApiData`. Throws RangeError or SyntaxError on what it would never send. */
export function readCommCall(data: Buffer): CommCall {
  const fields = readFields(data);
  const type = fields.find((field) => field.number === 1);
  const inner = bytesOf(fields, 4).at(-1);
  if (type !== undefined && 'varint' in type && type.varint === apiTypeInner && inner !== undefined) {
    const parts = readFields(inner);
    return { kind: 'inner', apiName: textOf(parts, 1), message: bytesOf(parts, 2).at(-1) ?? Buffer.alloc(0) };
  }
  const params: Record<string, unknown> = {};
  for (const list of bytesOf(fields, 2)) {
    for (const pair of bytesOf(readFields(list), 1)) {
      const parts = readFields(pair);
      const value = bytesOf(parts, 2).at(-1) ?? Buffer.alloc(0);
      const isMedia = textOf(parts, 3) !== '';
      params[textOf(parts, 1)] = isMedia ? value : (JSON.parse(value.toString('utf8')) as unknown);
    }
  }
  return { kind: 'open', params };
}

/** What goes back to the SDK: content of a type, or an error number of the system around the APIs. */
export type CommReply = { readonly contentType: string; readonly content: Buffer } | { readonly errorCode: number };

/** Writes the SDK's `CommOpenApiResp`. */
export function writeCommReply(reply: CommReply): Buffer {
  if ('errorCode' in reply) return numberField(3, reply.errorCode);
  return Buffer.concat([bytesField(1, reply.content), bytesField(2, reply.contentType), numberField(4, 200)]);
}

/** A reply of JSON, as most open APIs give. */
export function jsonReply(value: unknown): CommReply {
  return { contentType: 'application/json; encoding=utf-8', content: Buffer.from(JSON.stringify(value)) };
}
