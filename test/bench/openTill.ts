import type { LocalCloud } from '@localcloud/index';
import type { CallReply } from '@shared/kernel/contract';
import { till } from './people';

const name = { zh: '店', en: 'Shop' };

/** The shop that benchmarks sell in: one clerk at one till, one category. */
export async function openTill(cloud: LocalCloud): Promise<void> {
  await cloud.data.insert('shops', [{ _id: till.shopId, name, active: true }]);
  const staff = { staffId: till.staffId, name: '员工', shopId: till.shopId, roles: ['clerk'], active: true };
  await cloud.data.insert('staff', [{ _id: till.openid, ...staff }]);
  await cloud.data.insert('categories', [{ _id: 'general', name, excluded: false, order: 1, active: true }]);
}

/** Calls the staff's function at that till; what it gives must be accepted. */
export async function callTill(cloud: LocalCloud, method: string, input: object): Promise<unknown> {
  return expectOk((await cloud.call('staff', { method, input, device: till.device }, { openid: till.openid })) as CallReply);
}

/** The value of a call that a benchmark rests on. */
export function expectOk(reply: CallReply): unknown {
  if (!reply.ok) throw new Error(`A benchmark's call was refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}
