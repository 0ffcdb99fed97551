import type { Stage } from './view';

/** Reached once this text is on the screen. */
export const showsText =
  (pick: (stage: Stage) => string) =>
  (stage: Stage): Promise<void> =>
    stage.page.getByText(pick(stage)).first().waitFor();
