/**
 * A document's text as the platform answers it: object ids are plain hexadecimal digits there, although they are stored as what they are.
 * Source: the public tests of @cloudbase/node-sdk 2.9. A quotation mark inside text is escaped, so nothing else looks like one.
 */
export function answerText(text: string): string {
  return text.includes('{"$oid":') ? text.replace(/\{"\$oid":("[0-9a-f]{24}")\}/g, '$1') : text;
}
