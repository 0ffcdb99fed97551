import { randomUUID } from 'node:crypto';

/** 32 hexadecimal digits nobody can guess. By way of a UUID, since Node draws the randomness of many of those at once. */
export function randomId(): string {
  return randomUUID().replaceAll('-', '');
}
