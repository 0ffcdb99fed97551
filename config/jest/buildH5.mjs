import { buildEverything } from '../scripts/buildEverything.mjs';

/** Before the browser's tests: the production build of the browser client, the cloud that serves it and its demo shop. */
export default async function buildH5() {
  await buildEverything(() => undefined);
}
