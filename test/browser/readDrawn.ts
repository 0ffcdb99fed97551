import { readCode, type CodeKind } from './readCode';

const looksMax = 40;
const lookEveryMs = 250;

/** What was read, and the picture that it was read from. */
interface Drawn {
  readonly code: string;
  readonly picture: Buffer;
}

/** Looks again and again until a code can be read: it is drawn a moment after its place is there. Throws what the last look said. */
export async function readDrawn(look: () => Promise<Buffer>, kind: CodeKind): Promise<Drawn> {
  for (let looks = 1; ; looks += 1) {
    const picture = await look();
    try {
      return { code: await readCode(picture, kind), picture };
    } catch (unread) {
      if (looks === looksMax) throw unread;
    }
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
