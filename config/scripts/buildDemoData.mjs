import { renameSync, rmSync } from 'node:fs';
import { buildWhenChanged } from './buildWhenChanged.mjs';
import { inRoot } from './root.mjs';
import { runCommand } from './runCommand.mjs';

/** The demo shop as a data folder: tests copy it, each for itself, instead of living through the made-up past again. */
export const demoData = 'dist/demo/data';

const programmeOffsetMs = 8 * 3_600_000;

/** Puts the demo shop into dist/demo/data by its own seed; once a programme day (UTC+8), because its past ends yesterday. */
export function buildDemoData() {
  return buildWhenChanged({
    name: 'demoData',
    inputs: ['dist/demo/seed.cjs', 'dist/cloud.json', 'dist/cloudfunctions', 'dist/localcloud'],
    outputs: [demoData],
    salt: new Date(Date.now() + programmeOffsetMs).toISOString().slice(0, 10),
    build: async () => {
      const growing = `${demoData}-growing`;
      rmSync(inRoot(growing), { recursive: true, force: true });
      const args = [inRoot('dist/demo/seed.cjs'), '--config', inRoot('dist/cloud.json'), '--data', inRoot(growing)];
      const { code, tail } = await runCommand(process.execPath, args, { logFile: 'out/test/seed.log' });
      if (code !== 0) throw new Error(`the demo shop could not be made:\n${tail}`);
      // Swapped in when whole, so that a test that starts meanwhile never copies half a past.
      rmSync(inRoot(demoData), { recursive: true, force: true });
      renameSync(inRoot(growing), inRoot(demoData));
    },
  });
}
