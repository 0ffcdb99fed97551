import { dayMs, minuteMs } from '@shared/kernel/time';
import { openFair, player } from '../game/openFair';
import { openShop, type TestShop } from '../openShop';
import { sendOutbox } from './postRoom';

const asking = 12;
const drawsEach = 3;

let shop: TestShop;
const memberIds = new Map<string, string>();
beforeAll(async () => {
  shop = await openShop(3);
  await shop.must('operator-1', 'console', 'store.apply', {
    section: 'programme',
    rows: [{ jobOperationsPerSecond: 10_000 }],
    dryRun: false,
    firstRow: 0,
  });
  await openFair(shop, { id: 'fair' });
  const people = [...Array.from({ length: asking }, (_, index) => `asks-${index}`), 'silent', 'stopped', 'leaves', 'left', 'watches'];
  for (const openid of people) memberIds.set(openid, await player(shop, openid, drawsEach));
  for (const openid of people.filter((each) => each !== 'watches')) {
    for (let n = 0; n < drawsEach; n += 1) {
      await shop.must(openid, 'member', 'game.draw', { key: `tap-${openid}-${n}`, poolId: 'fair', nonce: `nonce-${openid}-${n}` });
    }
  }
  for (const openid of people.filter((each) => each !== 'silent')) {
    await shop.cloud.wechat.accept(openid, 'lantern-draw');
    const answers = [{ topic: 'draw', verdict: 'accept' } as const];
    await shop.must(openid, 'member', 'message.grant', { key: `grant-${openid}`, language: 'zh', answers });
  }
  await shop.must('stopped', 'member', 'message.switch', { topic: 'draw', on: false, language: 'zh' });
  await shop.must('left', 'member', 'member.leave', { key: 'leave-left' });
  shop.cloud.clock.advanceMs(7 * dayMs + minuteMs);
  await shop.cloud.runTimer('jobs', 'eraseMembers');
  await shop.must('leaves', 'member', 'member.leave', { key: 'leave-leaves' });
});
afterAll(() => shop.close());

const told = () => shop.cloud.data.find('outbox', { kind: 'poolClosed' });
const run = (): Promise<unknown> => shop.cloud.runTimer('jobs', 'poolClosed').catch(() => null);
const pool = async () => (await shop.cloud.data.find('pools', { _id: 'fair' }))[0];

test('nobody is told while the pool is open', async () => {
  await run();
  expect(await told()).toEqual([]);
});

test('who drew and asked is told once that it is over, whatever overlaps or dies; who did not, stopped it, or left is not', async () => {
  shop.cloud.clock.setMs(Date.UTC(2026, 11, 1, 3, 0));
  await shop.cloud.runTimer('jobs', 'closePools');
  expect(await pool()).toMatchObject({ state: 'closed', tellAfter: '' });
  for (let turn = 1; (await pool())?.['tellAfter'] !== null; turn += 1) {
    shop.cloud.faults.order(turn < 4 ? `seed=${turn},killWorker=0.03,conflict=0.05` : '');
    await Promise.all([run(), run()]);
    shop.cloud.faults.order('');
    shop.cloud.clock.advanceMs(minuteMs);
  }
  await run();
  const names = Array.from({ length: asking }, (_, index) => `poolClosed:fair:${memberIds.get(`asks-${index}`)}`);
  expect((await told()).map(({ _id }) => _id).sort()).toEqual(names.sort());
});

test('the message opens the page that works out one’s draws again, from WeChat as from the inbox', async () => {
  expect(await sendOutbox(shop)).toMatchObject({ sent: asking });
  expect(shop.cloud.wechat.messages('asks-0')).toMatchObject([
    {
      templateId: 'lantern-draw',
      page: expect.stringMatching(/^packages\/games\/verify\/index\?pool=fair&m=[0-9a-z]{10}$/) as string,
      data: { thing1: 'fair', thing2: '已结束，可以核对了' },
    },
  ]);
  const { messages } = await shop.must('asks-0', 'member', 'message.inbox', {});
  expect(messages[0]).toMatchObject({ kind: 'poolClosed', page: 'packages/games/verify/index?pool=fair' });
});
