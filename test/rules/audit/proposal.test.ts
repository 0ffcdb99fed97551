import { decideProposal, type Proposal } from '@shared/audit/proposal';

const proposal: Proposal = {
  _id: 'ann:key-0001',
  content: { kind: 'adjustment', accountId: 'm', cardTail: '7712', points: 100, reason: 'a till was down' },
  state: 'proposed',
  proposedBy: 'ann',
  proposedAt: 1,
  device: 'd',
  decision: null,
};
const decision = { key: 'key-0002', by: 'bob', at: 2, device: 'd', note: '' };

test('another operator approves or rejects, once', () => {
  expect(decideProposal(proposal, { approve: true, decision })).toMatchObject({
    value: { proposal: { state: 'approved', decision }, repeat: false },
  });
  expect(decideProposal(proposal, { approve: false, decision })).toMatchObject({ value: { proposal: { state: 'rejected' } } });
});

test('nobody decides what they proposed themselves', () => {
  expect(decideProposal(proposal, { approve: true, decision: { ...decision, by: 'ann' } })).toEqual({
    ok: false,
    refusal: { code: 'proposal.own' },
  });
});

test('a decided proposal repeats its answer to the same tap and names who decided to any other', () => {
  const approved: Proposal = { ...proposal, state: 'approved', decision };
  expect(decideProposal(approved, { approve: true, decision: { ...decision, at: 9 } })).toMatchObject({
    value: { proposal: approved, repeat: true },
  });
  expect(decideProposal(approved, { approve: false, decision: { ...decision, key: 'key-0003' } })).toEqual({
    ok: false,
    refusal: { code: 'proposal.decided', args: { by: 'bob' } },
  });
  expect(decideProposal(null, { approve: true, decision })).toEqual({ ok: false, refusal: { code: 'proposal.unknown' } });
});
