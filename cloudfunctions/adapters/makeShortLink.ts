import { openApi } from './sdk';

/**
 * A short link to one of our pages (with its parameters), for conversations within WeChat: anybody may open it, any number of times, for
 * 30 days. Null when the platform refused, for instance before the page is published or to somebody's private mini-program.
 */
export async function makeShortLink(pageUrl: string, pageTitle: string): Promise<string | null> {
  try {
    const { link } = await openApi.shortlink.generate({ pageUrl, pageTitle, isPermanent: false });
    return link;
  } catch (error) {
    const { errCode, errMsg } = error as { readonly errCode?: unknown; readonly errMsg?: unknown };
    const text = String(errMsg ?? error).slice(0, 200);
    console.error(JSON.stringify({ level: 'refused', api: 'shortlink.generate', errCode, errMsg: text }));
    return null;
  }
}
