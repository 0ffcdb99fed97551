import type { LocalCloud } from '@localcloud/index';
import { callAs } from './callAs';

/** Calls one function of a local cloud as one person, as `callAs` does, and gives the value; throws where the demo's past is refused. */
export function askAs(cloud: LocalCloud, functionName: string, openid: string): (method: string, input: object) => Promise<unknown> {
  const call = callAs(cloud, functionName, openid);
  return async (method, input) => {
    const reply = await call(method, input);
    if (!reply.ok) throw new Error(`${method} of the demo's past was refused: ${JSON.stringify(reply.refusal)}`);
    return reply.value;
  };
}
