import { showsText } from './showsText';
import type { Stage, View } from './view';

const bookings = '/packages/wallet/bookings/index';
const shopBookings = '/packages/staff/bookings/index';

interface Held {
  readonly vouchers: readonly {
    readonly voucherId: string;
    readonly booking: { readonly standing: string } | null;
    readonly terms: { readonly couponId: string };
  }[];
}

/** Opens a page with the id of somebody's class voucher: the booked one, one that is not, or one whose class was called off. */
async function openWith(
  stage: Stage,
  page: 'voucher' | 'booking',
  standing: 'booked' | 'calledOff' | null,
  person = 'xiaoman',
): Promise<void> {
  const { call } = await stage.shop.signIn(person);
  const reply = (await call('member', { method: 'voucher.mine', input: { tab: 'usable' }, device: 'gallery' })) as { value: Held };
  const held = reply.value.vouchers.find(
    ({ terms, booking }) => terms.couponId === 'tea-class' && (booking?.standing ?? null) === standing,
  );
  if (held === undefined) throw new Error(`${person} has no class voucher that is ${standing ?? 'free'}`);
  await stage.page.goto(`${stage.shop.address}/#/packages/wallet/${page}/index?voucher=${encodeURIComponent(held.voucherId)}`);
}

/** Experience vouchers with a booking: to be booked, booked, moved, cancelled, called off. */
export const bookingViews: readonly View[] = [
  {
    name: 'voucher-to-book',
    person: 'xiaoman',
    route: bookings,
    kind: 'screen',
    reach: async (stage) => {
      await openWith(stage, 'voucher', null);
      await stage.page.getByRole('button', { name: stage.copy.booking.go }).waitFor();
    },
  },
  {
    name: 'booking',
    person: 'xiaoman',
    route: bookings,
    kind: 'screen',
    reach: async (stage) => {
      await openWith(stage, 'booking', null);
      const times = stage.page.getByRole('radiogroup', { name: stage.copy.booking.page.times });
      await times.getByRole('radio').first().click();
      await stage.page.getByRole('button', { name: stage.copy.booking.page.confirm }).waitFor();
    },
  },
  {
    name: 'booking-full',
    person: 'xiaoman',
    route: bookings,
    kind: 'state',
    reach: async (stage) => {
      await openWith(stage, 'booking', null);
      const days = stage.page.getByRole('radiogroup', { name: stage.copy.booking.page.days }).getByRole('radio');
      // The demo's past filled the evening after tomorrow's.
      await days.nth(2).click();
      await stage.page.getByText(stage.copy.booking.page.full, { exact: true }).waitFor();
    },
  },
  {
    name: 'booking-offline',
    person: 'xiaoman',
    route: bookings,
    kind: 'state',
    reach: async (stage) => {
      await openWith(stage, 'booking', null);
      await stage.page.getByRole('radiogroup', { name: stage.copy.booking.page.times }).waitFor();
      await stage.phone.setOffline(true);
      await stage.page.getByText(stage.copy.booking.page.offline).waitFor();
    },
  },
  {
    name: 'booking-change',
    person: 'xiaoman',
    route: bookings,
    kind: 'state',
    reach: async (stage) => {
      await openWith(stage, 'booking', 'booked');
      await stage.page.getByRole('button', { name: stage.copy.booking.page.chooseFirst }).waitFor();
    },
  },
  {
    name: 'booking-cannot',
    person: 'xiaoman',
    route: '/packages/wallet/booking/index?voucher=nothing',
    kind: 'state',
    reach: showsText(({ copy }) => copy.booking.page.cannot),
  },
  {
    name: 'voucher-booked',
    person: 'xiaoman',
    route: bookings,
    kind: 'screen',
    reach: async (stage) => {
      await openWith(stage, 'voucher', 'booked');
      await stage.page.getByRole('img', { name: stage.copy.voucher.detail.qr }).waitFor();
    },
  },
  {
    name: 'voucher-booked-cancel',
    person: 'xiaoman',
    route: bookings,
    kind: 'state',
    reach: async (stage) => {
      await openWith(stage, 'voucher', 'booked');
      await stage.page.getByRole('button', { name: stage.copy.booking.cancel }).click();
      await stage.page.getByRole('button', { name: stage.copy.booking.cancelDo }).waitFor();
    },
  },
  {
    name: 'bookings',
    person: 'xiaoman',
    route: bookings,
    kind: 'screen',
    reach: showsText(({ copy }) => copy.booking.mine.standing.booked),
  },
  {
    name: 'voucher-called-off',
    person: 'ping',
    route: bookings,
    kind: 'state',
    reach: async (stage) => {
      await openWith(stage, 'voucher', 'calledOff', 'ping');
      await stage.page.getByRole('button', { name: stage.copy.booking.again }).waitFor();
    },
  },
  {
    name: 'bookings-called-off',
    person: 'ping',
    route: bookings,
    kind: 'state',
    reach: showsText(({ copy }) => copy.booking.mine.standing.calledOff),
  },
];

/** Who comes to a shop: today, on another day, or nobody. */
export const shopBookingViews: readonly View[] = [
  {
    name: 'shop-bookings',
    person: 'qing',
    route: shopBookings,
    kind: 'screen',
    reach: showsText(({ copy }) => copy.booking.shop.how),
  },
  {
    name: 'shop-bookings-ahead',
    person: 'qing',
    route: shopBookings,
    kind: 'state',
    reach: async ({ page, copy }) => {
      const after = page.getByRole('button', { name: copy.booking.shop.dayAfter });
      for (let days = 0; days < 2; days += 1) await after.click();
      await page.getByText(copy.booking.shop.ahead).waitFor();
    },
  },
  {
    name: 'shop-bookings-past',
    person: 'qing',
    route: shopBookings,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.booking.shop.dayBefore }).click();
      await page.getByText(copy.booking.shop.past).waitFor();
    },
  },
  { name: 'shop-bookings-none', person: 'lin', route: shopBookings, kind: 'state', reach: showsText(({ copy }) => copy.booking.shop.none) },
];
