import { buildClient } from '../scripts/buildClient.mjs';
import buildBackend from './buildBackend.mjs';

/** Before the mini-program's tests: the program as a phone gets it, and the cloud that answers it. */
export default async function buildWeapp() {
  await buildBackend();
  await buildClient('weapp');
}
