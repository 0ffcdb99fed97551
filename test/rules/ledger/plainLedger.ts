import { addDays, addMonths, lastDayOf, monthOf, type Day } from '@shared/kernel/time';

/** One point with a date: where it lies and the last day on which it can be used. */
interface Point {
  readonly lot: string;
  end: Day;
}

interface Bought {
  readonly day: Day;
  readonly arrived: Day;
  points: number;
  released: boolean;
}

/**
 * The points rules once more, as plainly as they can be told: a bag of single points with dates, lived day by day. It shares nothing with
 * the ledger's own rules but the arithmetic of days, and is what they are compared with.
 */
export class PlainLedger {
  today: Day;
  bag: Point[] = [];
  debt = 0;
  lifetime = 0;
  readonly score = new Map<string, number>();
  readonly bought = new Map<string, Bought>();
  private graceCount = 0;
  private grace: { opened: Day; end: Day } = { opened: '', end: '' };
  private readonly spent = new Map<string, { points: Point[]; cash: boolean }>();

  constructor(start: Day) {
    this.today = start;
  }

  wait(days: number): void {
    for (let day = 0; day < days; day += 1) {
      this.today = addDays(this.today, 1);
      for (const [, each] of this.bought) if (!each.released && addDays(each.day, 7) === this.today) this.release(each);
      this.bag = this.bag.filter((point) => point.end >= this.today);
    }
  }

  buy(id: string, points: number, daysAgo: number): void {
    const bought = { day: addDays(this.today, -daysAgo), arrived: this.today, points, released: false };
    this.bought.set(id, bought);
    if (daysAgo >= 7) this.release(bought);
  }

  give(points: number): void {
    this.gain(monthOf(this.today), points);
  }

  spend(id: string, points: number, cash: boolean): boolean {
    if (this.bag.length < points) return false;
    this.bag.sort((a, b) => `${a.end}${a.lot}`.localeCompare(`${b.end}${b.lot}`));
    this.spent.set(id, { points: this.bag.splice(0, points), cash });
    return true;
  }

  /** The last spent comes back first; what is spent first lapses first. */
  bringBack(id: string, points: number): void {
    const spending = this.spent.get(id);
    if (spending === undefined) throw new Error(`nothing was spent as ${id}`);
    const graceIsOpen = this.grace.end >= this.today;
    const back: (Point | 'join')[] = [];
    for (const point of spending.points.splice(spending.points.length - points).reverse()) {
      const isGrace = point.lot.startsWith('grace');
      if (spending.cash) back.push(!isGrace && point.end >= addDays(this.today, 7) ? point : 'join');
      else if (isGrace && point.lot === `grace#${this.graceCount}` && graceIsOpen) back.push({ lot: point.lot, end: this.grace.end });
      else if (!isGrace) back.push(point.end >= this.today ? point : 'join');
    }
    while (this.debt > 0 && back.pop() !== undefined) this.debt -= 1;
    if (back.includes('join')) this.moveGrace(spending.cash);
    const lot = `grace#${this.graceCount}`;
    this.bag.push(...back.map((point) => (point === 'join' || point.lot === lot ? { lot, end: this.grace.end } : point)));
  }

  takeBack(id: string, points: number): void {
    const bought = this.bought.get(id);
    if (bought === undefined) throw new Error(`nothing was bought as ${id}`);
    const lapsed = lastDayOf(addMonths(monthOf(bought.day), 12)) < this.today;
    if (bought.released && lapsed) return;
    bought.points -= points;
    if (!bought.released) return;
    this.count(monthOf(bought.day), -points);
    const own = monthOf(bought.day);
    this.bag.sort((a, b) => `${a.lot === own ? '' : a.end}${a.lot}`.localeCompare(`${b.lot === own ? '' : b.end}${b.lot}`));
    this.debt += points - this.bag.splice(0, points).length;
  }

  adjust(points: number): void {
    if (points > 0) {
      this.gain(monthOf(this.today), points);
      return;
    }
    this.bag.sort((a, b) => `${a.end}${a.lot}`.localeCompare(`${b.end}${b.lot}`));
    this.debt += -points - this.bag.splice(0, -points).length;
  }

  pending(): number {
    return [...this.bought.values()].reduce((sum, each) => sum + (each.released ? 0 : each.points), 0);
  }

  /** Points by lot and end, as the account's lots would say it. */
  lots(): Record<string, number> {
    const lots: Record<string, number> = {};
    for (const { lot, end } of this.bag) lots[`${lot} until ${end}`] = (lots[`${lot} until ${end}`] ?? 0) + 1;
    return lots;
  }

  private release(bought: Bought): void {
    bought.released = true;
    this.count(monthOf(bought.day), bought.points);
    this.gain(monthOf(bought.day), bought.points);
  }

  private gain(month: string, points: number): void {
    const paid = Math.min(this.debt, points);
    this.debt -= paid;
    const end = lastDayOf(addMonths(month, 12));
    for (let each = paid; each < points; each += 1) this.bag.push({ lot: month, end });
  }

  private count(month: string, points: number): void {
    this.lifetime += points;
    this.score.set(month, (this.score.get(month) ?? 0) + points);
  }

  private moveGrace(cash: boolean): void {
    const wanted = addDays(this.today, 7);
    if (this.grace.end < this.today) {
      this.graceCount += 1;
      this.grace = { opened: this.today, end: wanted };
    } else {
      const latest = addDays(this.grace.opened, 28);
      const end = !cash && latest < wanted ? latest : wanted;
      if (end > this.grace.end) this.grace.end = end;
    }
    for (const point of this.bag) if (point.lot === `grace#${this.graceCount}`) point.end = this.grace.end;
  }
}
