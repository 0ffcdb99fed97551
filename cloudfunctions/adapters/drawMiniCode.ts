import { openApi } from './sdk';

const widthPx = 430;

/**
 * The platform's code of one of our pages (PNG). `scene` is at most 32 characters of those that the platform takes; it comes back to the
 * page when the code is scanned. Null when the platform refused, for instance before the page is published.
 */
export async function drawMiniCode(page: string, scene: string): Promise<Buffer | null> {
  try {
    const { buffer } = await openApi.wxacode.getUnlimited({ page, scene, width: widthPx });
    return Buffer.from(buffer);
  } catch (error) {
    const { errCode, errMsg } = error as { readonly errCode?: unknown; readonly errMsg?: unknown };
    console.error(
      JSON.stringify({ level: 'refused', api: 'wxacode.getUnlimited', errCode, errMsg: String(errMsg ?? error).slice(0, 200) }),
    );
    return null;
  }
}
