import { pushVerdicts, verdictAfterMs } from './pushVerdicts';
import type { Wechat } from './wechat';

/** How often it is looked for verdicts that are due. */
const lookEveryMs = 500;

/** Pushes verdicts by itself, each a while after it was asked for; `stop` waits for those on their way. */
export function startPushing(wechat: Wechat): { stop(): Promise<void> } {
  let running: Promise<unknown> | undefined;
  const look = (): void => {
    running ??= pushVerdicts(wechat, { youngestMs: wechat.nowMs() - verdictAfterMs })
      .catch(() => undefined)
      .finally(() => (running = undefined));
  };
  const interval = setInterval(look, lookEveryMs).unref();
  return {
    async stop() {
      clearInterval(interval);
      await running;
    },
  };
}
