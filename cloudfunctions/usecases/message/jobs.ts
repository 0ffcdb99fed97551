import { announceGoods } from './announceGoods';
import { greetAnniversaries } from './greetAnniversaries';
import { greetFestivals } from './greetFestivals';
import { remindCheckins } from './remindCheckins';
import { sendOutbox } from './sendOutbox';
import { tellPickups } from './tellPickups';
import { tellPoolClosed } from './tellPoolClosed';
import { warnLapses } from './warnLapses';

/** The jobs that write messages, and the one that sends them. */
export const messageJobs = {
  anniversary: greetAnniversaries,
  checkinReminder: remindCheckins,
  festival: greetFestivals,
  newGoods: announceGoods,
  pickupReady: tellPickups,
  pointsLapsing: warnLapses,
  poolClosed: tellPoolClosed,
  sendOutbox,
};
