import { createServer, type Server, type Socket } from 'node:net';
import type { Engine } from '../engine/openEngine';
import { answerCommand } from './answerCommand';
import { openCursors } from './openCursors';
import { openSessions } from './openSessions';
import { splitFrames } from './splitFrames';
import type { WireContext } from './wireCommand';
import { readMessage, writeAnswer } from './wireMessage';

/** Only this machine: nobody signs in here, and everybody who gets in may do everything. */
const host = '127.0.0.1';

/** What to serve, and where. */
export interface MongoWireOptions {
  readonly engine: Engine;
  readonly databaseName: string;
  readonly nowMs: () => number;
  /** 0 takes a free port. */
  readonly port: number;
}

/** A server of MongoDB's wire protocol that is listening. */
export interface MongoWire {
  /** Its connection string, for drivers and tools. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves an engine by MongoDB's wire protocol on loopback, so that MongoDB's tools and drivers can open what it keeps. It is a small
 * part of a MongoDB server: what it cannot do it refuses.
 */
export async function serveMongoWire(options: MongoWireOptions): Promise<MongoWire> {
  const sockets = new Set<Socket>();
  let address = '';
  const context: WireContext = {
    ...options,
    address: () => address,
    cursors: openCursors(options.nowMs),
    sessions: openSessions(options.engine.transactions),
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveSocket(socket, context);
  });
  address = `${host}:${await listen(server, options.port)}`;
  return {
    url: `mongodb://${address}/${options.databaseName}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(cause.code === 'EADDRINUSE' ? new Error(`Port ${port} is in use: choose another for MongoDB's tools.`) : cause),
    );
    server.listen(port, host, () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

/** Commands of one connection are answered one after the other, in the order they came. */
function serveSocket(socket: Socket, context: WireContext): void {
  let last: Promise<void> = Promise.resolve();
  let answerId = 0;
  const take = splitFrames((frame) => {
    const message = readMessage(frame);
    last = last.then(async () => {
      const answer = await answerCommand(message.command, context);
      answerId += 1;
      if (!message.silent && socket.writable) socket.write(writeAnswer(message, answerId, answer));
    });
    last.catch(() => socket.destroy());
  });
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    try {
      take(chunk);
    } catch {
      // What is not this protocol gets no answer.
      socket.destroy();
    }
  });
}
