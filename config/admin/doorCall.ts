import { randomUUID } from 'node:crypto';
import type { CallReply } from '@shared/kernel/contract';
import type { ConsoleCall } from './applyFile';

/** Signs in at a running local cloud as one of its demo people and gives the way to call `console` as them. */
export async function doorCall(address: string, person: string): Promise<ConsoleCall> {
  const { token } = (await post(`${address}/door/signin`, { person }, {})) as { token: string };
  const device = `admin-${randomUUID().slice(0, 8)}`;
  return async (method, input) => {
    const answer = await post(`${address}/fn/console`, { method, input, device }, { 'x-cloud-session': token });
    return (answer as { result: CallReply }).result;
  };
}

async function post(url: string, body: object, headers: Readonly<Record<string, string>>): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Error(`No local cloud answers at ${new URL(url).origin}. Start it with npm start, or say where it is with --address.`);
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`The local cloud refused: ${JSON.stringify(answer)}`);
  return answer;
}
