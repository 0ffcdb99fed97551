/** Classes that are booked: so often and so short of places that people meet, whenever the clock stands still. */

const named = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
const starts = ['07:00', '11:00', '15:00', '19:00'];
/** Longer than the clock ever jumps: what is booked is missed and booked again. */
const longTime = { kind: 'relative', days: 300 } as const;
const benefit = { kind: 'experience', listedValueFen: 3000, booked: true } as const;

/** How many can join any session. */
export const classPlaces = 2;

const weekly = ['west', 'east'].flatMap((shop) =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => starts.map((start) => ({ shop, weekday, start, minutes: 60, places: classPlaces }))),
);

/** Sessions that do not take place, by shop, day and start. */
export interface CalledOff {
  readonly shop: string;
  readonly day: string;
  readonly start: string;
}

/** The class given out on the page, with some of its sessions called off; arrivals count for hours, so that some always do. */
export function classRow(calledOff: readonly CalledOff[] = []): object {
  const none = calledOff.map((each) => ({ ...each, minutes: 60, places: 0 }));
  const slots = [...weekly, ...none];
  const sessions = { opensDays: 9, closesHours: 0, earlyMinutes: 240, lateMinutes: 60, slots };
  return { id: 'class', name: named('class'), benefit, validity: longTime, perMember: 20, giftable: true, sessions };
}

/** A start of the timetable. */
export function someStart(pick: (from: readonly string[]) => string | undefined): string {
  return pick(starts) ?? '07:00';
}

const bought = { validity: { kind: 'relative', days: 20 }, claim: 'grant', giftable: true } as const;

/** What the points mall sells as vouchers: of numbered units, of none, and one that is booked. */
export const mallCouponRows: readonly object[] = [
  { ...bought, id: 'bought', name: named('bought'), benefit: fiveOff(), total: 20, perMember: 5, points: 15 },
  { ...bought, id: 'endless', name: named('endless'), benefit: fiveOff(), perMember: 4, points: 5 },
  {
    ...bought,
    ...{ id: 'course', name: named('course'), validity: longTime, benefit, total: 24, perMember: 3, points: 10 },
    sessions: { opensDays: 9, closesHours: 2, earlyMinutes: 240, lateMinutes: 60, slots: weekly },
  },
];

function fiveOff(): object {
  return { kind: 'amountOff', thresholdFen: 2000, offFen: 500 };
}
