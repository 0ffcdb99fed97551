import { deserialize, serialize } from 'bson';
import type { Document } from '../engine/document';
import { documentFromBson } from '../mongo/fromBson';
import { documentToBson } from '../mongo/toBson';
import { headerBytes } from './splitFrames';

/** Opcodes and flags. Source: MongoDB's manual, "MongoDB Wire Protocol". */
const opReply = 1;
const opQuery = 2004;
const opMsg = 2013;
const flagChecksum = 1;
const flagMoreToCome = 2;
const checksumBytes = 4;

/** A command as it arrived: its number, its content, whether it came in the old form, and whether an answer is wanted. */
export interface WireMessage {
  readonly requestId: number;
  readonly command: Document;
  readonly old: boolean;
  readonly silent: boolean;
}

/** Reads a message. Drivers greet with the old form (OP_QUERY) and go on with the new one (OP_MSG); nothing else is understood. */
export function readMessage(frame: Buffer): WireMessage {
  const requestId = frame.readInt32LE(4);
  const opcode = frame.readInt32LE(12);
  if (opcode === opMsg) return { requestId, old: false, ...readSections(frame) };
  if (opcode === opQuery) return { requestId, old: true, silent: false, command: readOldCommand(frame) };
  throw new RangeError(`opcode ${opcode} is not understood`);
}

function readSections(frame: Buffer): Pick<WireMessage, 'command' | 'silent'> {
  const flags = frame.readUInt32LE(headerBytes);
  const end = frame.length - ((flags & flagChecksum) === 0 ? 0 : checksumBytes);
  let command: Document = {};
  const lists: Document = {};
  for (let at = headerBytes + 4; at < end;) {
    const kind = frame.readUInt8(at);
    const size = frame.readInt32LE(at + 1);
    if (size < 5 || at + 1 + size > end) throw new RangeError('a section is longer than its message');
    const section = frame.subarray(at + 1, at + 1 + size);
    if (kind === 0) command = readDocument(section);
    else if (kind === 1) addList(lists, section);
    else throw new RangeError(`a section of kind ${kind} is not understood`);
    at += 1 + size;
  }
  return { command: { ...command, ...lists }, silent: (flags & flagMoreToCome) !== 0 };
}

/** A section of kind 1: its size, the name of a list, then the list's documents one after the other. */
function addList(lists: Document, section: Buffer): void {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new RangeError('a section has no name');
  const documents: Document[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const size = section.readInt32LE(at);
    if (size < 5 || at + size > section.length) throw new RangeError('a document is longer than its section');
    documents.push(readDocument(section.subarray(at, at + size)));
    at += size;
  }
  lists[section.toString('utf8', 4, nameEnd)] = documents;
}

/** Flags, the collection's full name, skip, limit, then the command. */
function readOldCommand(frame: Buffer): Document {
  const nameEnd = frame.indexOf(0, headerBytes + 4);
  const name = frame.toString('utf8', headerBytes + 4, nameEnd);
  if (nameEnd < 0 || !name.endsWith('.$cmd')) throw new RangeError('only commands are understood in the old form');
  const command = readDocument(frame.subarray(nameEnd + 9));
  return { ...command, $db: name.slice(0, -'.$cmd'.length) };
}

function readDocument(bytes: Buffer): Document {
  return documentFromBson(deserialize(bytes, { bsonRegExp: true, allowObjectSmallerThanBufferSize: true }));
}

/** Writes the answer to a message, in the form the message came in. */
export function writeAnswer(message: WireMessage, answerId: number, answer: Document): Buffer {
  const body = serialize(documentToBson(answer), { ignoreUndefined: true });
  // The old form: flags, cursor id (two numbers), first position, one document. The new one: flags, then a section of kind 0.
  const before = message.old ? Buffer.from([8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]) : Buffer.alloc(5);
  const header = Buffer.alloc(headerBytes);
  header.writeInt32LE(headerBytes + before.length + body.length, 0);
  header.writeInt32LE(answerId, 4);
  header.writeInt32LE(message.requestId, 8);
  header.writeInt32LE(message.old ? opReply : opMsg, 12);
  return Buffer.concat([header, before, body]);
}
