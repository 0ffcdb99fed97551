import { createServer } from 'node:net';

/** Whether this machine's loopback has the port to give. Resolves with false when another program holds it or it may not be had. */
export function portIsFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
