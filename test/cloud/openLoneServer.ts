import { splitFrames } from '@localcloud/mongowire/splitFrames';
import { readMessage, writeAnswer } from '@localcloud/mongowire/wireMessage';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A MongoDB server that belongs to no replica set. */
export interface LoneServer {
  readonly url: string;
  /** Connections that are open once those being closed are gone. */
  readonly connectionsLeft: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** What such a server says of itself: no set's name. Source: MongoDB's manual, "hello". */
const greeting = {
  ismaster: true,
  isWritablePrimary: true,
  helloOk: true,
  minWireVersion: 0,
  maxWireVersion: 21,
  maxBsonObjectSize: 16_777_216,
};

/** Opens one that answers every command alike. */
export async function openLoneServer(): Promise<LoneServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const take = splitFrames((frame) => {
      const message = readMessage(frame);
      socket.write(writeAnswer(message, 1, { ...greeting, ok: 1 }));
    });
    socket.on('data', (chunk) => take(chunk));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async connectionsLeft() {
      for (const socket of [...sockets]) if (!socket.closed) await once(socket, 'close');
      return sockets.size;
    },
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}
