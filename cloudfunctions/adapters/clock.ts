/** The platform's clock, epoch ms; for jobs that must know when their time is up. Commands are given one instant instead. */
export const systemClock = (): number => Date.now();
