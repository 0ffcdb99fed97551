import { showsText } from './showsText';
import type { Stage, View } from './view';

const bookings = '/packages/wallet/bookings/index';
const shopBookings = '/packages/staff/bookings/index';

interface Held {
  readonly vouchers: readonly {
    readonly voucherId: string;
    readonly booking: object | null;
    readonly terms: { readonly couponId: string };
  }[];
}

/** Opens a page with the id of the demo shopper's class voucher, the booked one or the other. */
async function openWith(stage: Stage, page: 'voucher' | 'booking', booked: boolean): Promise<void> {
  const { call } = await stage.shop.signIn('xiaoman');
  const reply = (await call('member', { method: 'voucher.mine', input: { tab: 'usable' }, device: 'gallery' })) as { value: Held };
  const held = reply.value.vouchers.find(({ terms, booking }) => terms.couponId === 'tea-class' && (booking !== null) === booked);
  if (held === undefined) throw new Error(`The demo shopper has no class voucher that is ${booked ? 'booked' : 'free'}`);
  await stage.page.goto(`${stage.shop.address}/#/packages/wallet/${page}/index?voucher=${encodeURIComponent(held.voucherId)}`);
}

/** Experience vouchers with a booking: to be booked, booked, moved, cancelled, and who comes to the shop. */
export const bookingViews: readonly View[] = [
  {
    name: 'voucher-to-book',
    person: 'xiaoman',
    route: bookings,
    kind: 'screen',
    reach: async (stage) => {
      await openWith(stage, 'voucher', false);
      await stage.page.getByRole('button', { name: stage.copy.booking.go }).waitFor();
    },
  },
  {
    name: 'booking',
    person: 'xiaoman',
    route: bookings,
    kind: 'screen',
    reach: async (stage) => {
      await openWith(stage, 'booking', false);
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
      await openWith(stage, 'booking', false);
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
      await openWith(stage, 'booking', false);
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
      await openWith(stage, 'booking', true);
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
      await openWith(stage, 'voucher', true);
      await stage.page.getByRole('img', { name: stage.copy.voucher.detail.qr }).waitFor();
    },
  },
  {
    name: 'voucher-booked-cancel',
    person: 'xiaoman',
    route: bookings,
    kind: 'state',
    reach: async (stage) => {
      await openWith(stage, 'voucher', true);
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
    name: 'shop-bookings',
    person: 'qing',
    route: shopBookings,
    kind: 'screen',
    reach: showsText(({ copy }) => copy.booking.shop.how),
  },
  { name: 'shop-bookings-none', person: 'lin', route: shopBookings, kind: 'state', reach: showsText(({ copy }) => copy.booking.shop.none) },
];
