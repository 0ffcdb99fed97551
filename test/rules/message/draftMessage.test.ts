import { draftMessage } from '@shared/message/draftMessage';

test('a message’s id follows from what caused it, so the same cause never queues it twice', () => {
  const request = { kind: 'pickup', memberId: 'm', facts: { reward: 'mug' }, priority: 2, dueAt: 5, expiresAt: 9, source: 'mug#1' };
  const message = draftMessage(request, 1);
  expect(message).toEqual({
    _id: 'pickup:mug#1',
    kind: 'pickup',
    memberId: 'm',
    facts: { reward: 'mug' },
    priority: 2,
    dueAt: 5,
    expiresAt: 9,
    state: 'waiting',
    createdAt: 1,
    tries: 0,
  });
  expect(draftMessage(request, 2)._id).toBe(message._id);
});
