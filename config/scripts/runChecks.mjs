/** Two more than the cores of the machines this is meant for: most suites wait a third of their time, for a disk or for a picture. */
const lanes = 4;

/**
 * Runs the checks in lanes, each as soon as what it comes after is done;
 * a check whose forerunner failed still runs and fails by itself, so that nothing is hidden. Gives the results in the order they ended.
 */
export async function runChecks(checks, say) {
  const waiting = [...checks];
  const done = new Set();
  const results = [];
  const startedAt = Date.now();
  let wake = () => {};

  async function lane() {
    while (waiting.length > 0) {
      const at = waiting.findIndex(({ after }) => after.every((name) => done.has(name)));
      if (at < 0) {
        await new Promise((resolve) => (wake = chain(wake, resolve)));
        continue;
      }
      const [check] = waiting.splice(at, 1);
      results.push(await runOne(check, say, startedAt));
      done.add(check.name);
      wake();
      wake = () => {};
    }
  }

  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

function chain(first, second) {
  return () => {
    first();
    second();
  };
}

async function runOne(check, say, startedAt) {
  const beganAt = Date.now();
  const result = await safely(check);
  const mark = result.failed > 0 ? '✘' : result.passed > 0 ? '✔' : '–';
  const counts = `${result.passed} passed${result.failed > 0 ? `, ${result.failed} failed` : ''}${result.skipped > 0 ? `, ${result.skipped} skipped` : ''}`;
  const tookS = ((Date.now() - beganAt) / 1000).toFixed(1);
  const atS = ((Date.now() - startedAt) / 1000).toFixed(0);
  say(`${mark} ${check.name.padEnd(14)} ${counts}  (${tookS} s, at ${atS} s)`);
  if (result.detail && (result.failed > 0 || check.name === 'budgets' || result.skipped > 0)) say(indent(result.detail));
  return { name: check.name, ...result };
}

async function safely(check) {
  try {
    return await check.run();
  } catch (fault) {
    return { passed: 0, failed: 1, skipped: 0, detail: fault.stack ?? String(fault) };
  }
}

function indent(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
