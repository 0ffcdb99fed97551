import { openApi } from './sdk';

/** A picture; and the scene "profile". Source: the platform's documentation of mediaCheckAsync. */
const pictureMedia = 2;
const profileScene = 1;
/** The author has not used the mini-program for two hours: asking again does not help until they come back. */
const authorAway = 61010;

/** The number of a check that was taken; or why it was not. */
export type AskedCheck = { readonly traceId: string } | { readonly traceId: null; readonly hopeless: boolean };

/** Asks the platform to check somebody's picture, which lies at `url`. The verdict is pushed later. Never throws. */
export async function checkPicture(openid: string, url: string): Promise<AskedCheck> {
  try {
    const asked = { mediaUrl: url, mediaType: pictureMedia, version: 2, openid, scene: profileScene };
    const { traceId } = await openApi.security.mediaCheckAsync(asked);
    return { traceId };
  } catch (error) {
    const { errCode, errMsg } = error as { readonly errCode?: unknown; readonly errMsg?: unknown };
    const text = String(errMsg ?? error).slice(0, 200);
    console.error(JSON.stringify({ level: 'refused', api: 'security.mediaCheckAsync', errCode, errMsg: text }));
    return { traceId: null, hopeless: errCode === authorAway };
  }
}
