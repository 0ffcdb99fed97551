import type { LocalCloud } from '@localcloud/index';
import { addDays, dayOf } from '@shared/kernel/time';
import { callAs } from './callAs';

const operator = 'demo-operator';
const offsetMinutes = 480;

/** By day of the made-up past: the festival that was kept and the new thing that came, as an operator would have entered them. */
const news = {
  33: {
    section: 'festivals',
    row: {
      id: 'lamp-evening',
      name: { zh: '灯火之夜', en: 'Lamp evening' },
      words: { zh: '天冷了，店里的灯为你留着。', en: 'Evenings are cold; our lamps stay lit for you.' },
      gift: { points: 20 },
    },
    dated: 'date',
  },
  43: {
    section: 'products',
    row: { id: '6901028014', name: { zh: '南瓜肉桂卷', en: 'Pumpkin cinnamon roll' }, category: 'bakery', priceFen: 1900 },
    dated: 'newOn',
  },
} as const;

/** Enters the news of a day of the past, if there is any, dated so that the coming night's ticks tell the members. */
export async function enterNews(cloud: LocalCloud, day: number): Promise<void> {
  const entry = (news as Readonly<Record<number, (typeof news)[keyof typeof news]>>)[day];
  if (entry === undefined) return;
  const tomorrow = addDays(dayOf(cloud.clock.nowMs(), offsetMinutes), 1);
  const rows = [{ ...entry.row, [entry.dated]: tomorrow }];
  const reply = await callAs(cloud, 'console', operator)('store.apply', { section: entry.section, rows, dryRun: false, firstRow: 0 });
  if (!reply.ok) throw new Error(`The demo's news were refused: ${JSON.stringify(reply.refusal)}`);
}
