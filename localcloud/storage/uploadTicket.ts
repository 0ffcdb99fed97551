import { isSigned, signText } from './signText';

/** What an upload is allowed to do: write one path until a moment (epoch ms), on behalf of a person or of a function. */
export interface UploadTicket {
  readonly path: string;
  readonly untilMs: number;
  /** The person who uploads; absent for functions. */
  readonly owner?: string;
}

/** The text a ticket travels as, signed. */
export function writeTicket(secret: string, ticket: UploadTicket): string {
  const content = Buffer.from(JSON.stringify(ticket)).toString('base64url');
  return `${content}.${signText(secret, content)}`;
}

/** Reads a ticket, or gives `undefined` when it was not signed here. */
export function readTicket(secret: string, text: string): UploadTicket | undefined {
  const [content, signature] = text.split('.');
  if (content === undefined || signature === undefined || !isSigned(secret, content, signature)) return undefined;
  return JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as UploadTicket;
}
