import type { CallEvent, CallReply } from '@shared/kernel/contract';
import { SendError } from './SendError';
import { personNeeded, sessionToken } from './door.h5';

const signedOutStatus = 401;

async function post(name: string, event: CallEvent, token: string): Promise<Response> {
  try {
    return await fetch(`/fn/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-cloud-session': token },
      body: JSON.stringify(event),
    });
  } catch {
    throw new SendError('lost');
  }
}

async function replyOf(response: Response): Promise<CallReply> {
  const body = (await response.json().catch(() => null)) as { readonly result?: CallReply } | null;
  if (body?.result === undefined) throw new SendError(response.status >= 500 ? 'lost' : 'fault');
  return body.result;
}

/** Sends one call to the cloud on this machine, asking first who is calling when nobody has been chosen. Throws `SendError`. */
export async function send(name: string, event: CallEvent): Promise<CallReply> {
  const token = sessionToken() ?? (await personNeeded());
  const response = await post(name, event, token);
  if (response.status !== signedOutStatus) return replyOf(response);
  const renewed = await post(name, event, await personNeeded());
  if (renewed.status === signedOutStatus) throw new SendError('fault');
  return replyOf(renewed);
}
