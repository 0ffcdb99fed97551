import { existsSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { runCommand } from './runCommand.mjs';

/** Runs one jest project in one worker and gives the numbers of its own report. */
export async function jestSuite(name, env = {}) {
  const report = `out/test/${name}.json`;
  rmSync(inRoot(report), { force: true });
  const options = ['--maxWorkers=1', '--json', `--outputFile=${report}`];
  const args = ['node_modules/jest/bin/jest.js', '--selectProjects', name, ...options];
  const { code, tail } = await runCommand(process.execPath, args, { logFile: `out/test/${name}.log`, env });
  if (!existsSync(inRoot(report))) return { passed: 0, failed: 1, skipped: 0, detail: tail };
  const counts = countReport(JSON.parse(readFileSync(inRoot(report), 'utf8')));
  // A run that ended badly with no failing test (a crash after the last one) is a failure all the same.
  const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  return { ...counts, failed, detail: failed > 0 ? tail : '' };
}

/** A file that could not even start has no tests to report: it counts as one failure. */
function countReport(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
