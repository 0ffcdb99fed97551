import type { Copy } from '../../client/copy/zh';
import type { Stage, View } from './view';

const route = '/packages/account/paidCard/index';
const month = { zh: '灯火月卡', en: 'Month card' } as const;

async function openSheet({ page, copy, language }: Stage): Promise<void> {
  await page.getByRole('button', { name: copy.paidCard.buyName(month[language]) }).click();
  await page.getByRole('dialog', { name: copy.paidCard.ask(month[language]) }).waitFor();
}

const payKey = ({ page, copy }: Stage) => page.getByRole('button', { name: copy.paidCard.pay('19.00') });

const aNumber = 99;

/** Waits for a sentence that holds `aNumber` for what the day decides. */
const says =
  (pick: (words: Copy['paidCard']) => string) =>
  ({ page, copy }: Stage): Promise<void> =>
    page.getByText(new RegExp(pick(copy.paidCard).replace(`${aNumber}`, '.+'))).waitFor();

/** The paid card from offer to refund: what the sandbox of the pay interface lets happen, and what the demo shop's people have. */
export const paidCardViews: readonly View[] = [
  {
    name: 'paid-card',
    person: 'xiaoman',
    route,
    kind: 'screen',
    reach: ({ page, copy, language }) => page.getByRole('button', { name: copy.paidCard.buyName(month[language]) }).waitFor(),
  },
  { name: 'paid-card-ask', person: 'xiaoman', route, kind: 'screen', reach: openSheet },
  {
    name: 'paid-card-failed',
    person: 'xiaoman',
    route,
    kind: 'state',
    reach: async (stage) => {
      const { page, copy } = stage;
      await openSheet(stage);
      await page.route('**/door/wechat/pay', (request) => request.fulfill({ json: {} }));
      await payKey(stage).click();
      await page.getByText(copy.paidCard.failed).waitFor();
    },
  },
  {
    name: 'paid-card-waiting',
    person: 'xiaoman',
    route,
    kind: 'state',
    reach: async (stage) => {
      const { page, copy } = stage;
      await openSheet(stage);
      await page.route('**/door/wechat/pay', (request) => request.fulfill({ json: { transactionId: 'on-its-way' } }));
      await payKey(stage).click();
      await page.getByText(copy.paidCard.waiting).waitFor();
    },
  },
  {
    name: 'paid-card-given-up',
    person: 'xiaoman',
    route,
    kind: 'state',
    reach: async (stage) => {
      const { page, copy } = stage;
      await openSheet(stage);
      await page.route('**/door/wechat/pay', (request) => request.fulfill({ json: { transactionId: 'on-its-way' } }));
      await payKey(stage).click();
      await page.getByRole('button', { name: copy.paidCard.giveUp }).first().click();
      await page.getByText(copy.paidCard.cancelled).waitFor();
    },
  },
  {
    name: 'paid-card-paid',
    person: 'xiaoman',
    route,
    kind: 'screen',
    reach: async (stage) => {
      const { page, copy, language } = stage;
      await openSheet(stage);
      await payKey(stage).click();
      await page.getByText(copy.paidCard.done(month[language], '')).waitFor();
      await page.getByText(copy.paidCard.saved).waitFor();
    },
  },
  { name: 'paid-card-expiring', person: 'ping', route, kind: 'screen', reach: says(({ ends }) => ends(aNumber)) },
  { name: 'paid-card-lapsed', person: 'lin', route, kind: 'screen', reach: says(({ ended }) => ended(`${aNumber}`)) },
  { name: 'paid-card-refunded', person: 'qing', route, kind: 'screen', reach: says(({ states }) => states.refunded) },
];
