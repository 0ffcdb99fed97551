import { pause } from './pause';

/** Keeps a job's database operations under so many a second: each call says how many were made and waits until they are due. */
export function makePacer(operationsPerSecond: number, clock: () => number): (operations: number) => Promise<void> {
  const began = clock();
  let spent = 0;
  return (operations) => {
    spent += operations;
    return pause(began + (spent * 1000) / operationsPerSecond - clock());
  };
}
