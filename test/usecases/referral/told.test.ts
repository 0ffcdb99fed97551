import type { OutboxMessage } from '@shared/message/types';
import { addressee, sendOutbox } from '../message/postRoom';
import { openParty, type Party } from './openParty';

let party: Party;
beforeAll(async () => {
  party = await openParty(2);
});
afterAll(() => party.shop.close());

const steps = async () =>
  ((await party.shop.cloud.data.find('outbox', { kind: 'invitationStep' })) as unknown as OutboxMessage[]).map(
    ({ state, sent, facts, inboxAt }) => ({ step: facts['stepEn'], state, by: sent?.channel, inbox: inboxAt > 0 }),
  );

test('one grant, one step by WeChat; every step lies in the inbox, and opens the invitation’s page', async () => {
  const ann = await addressee(party.shop, 'ann', { invitation: 1 });
  await party.come('bob', await party.invitationOf('ann'));
  await sendOutbox(party.shop);
  expect(await steps()).toEqual([{ step: 'A friend has joined', state: 'sent', by: 'subscription', inbox: true }]);
  await party.buy('bob');
  await party.run();
  await sendOutbox(party.shop);
  expect(await steps()).toContainEqual({ step: 'A friend has bought', state: 'held', by: undefined, inbox: true });
  const { messages } = await party.shop.must(ann.openid, 'member', 'message.inbox', {});
  expect(messages.map(({ topic, page }) => [topic, page])).toEqual([
    ['invitation', 'packages/invite/mine/index'],
    ['invitation', 'packages/invite/mine/index'],
  ]);
  expect(messages[0]?.body.en).toBe('200 points on 29 Nov');
});
