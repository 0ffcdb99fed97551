import { isDocument } from '../engine/document';
import { checkPage } from './checkPage';
import type { OpenApiParams } from './commApi';
import { apiFault, type OpenApi } from './openApi';
import { qrPicture, type QrLook } from './qrPicture';

/** Longest scene in characters, and what it may hold. Source: the platform's documentation of getUnlimitedQRCode. */
export const sceneMaxCount = 32;
const scenePattern = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;

/** Narrowest, usual and widest picture in pixels. Source: as above. */
const widthMinPx = 280;
const widthDefaultPx = 430;
const widthMaxPx = 1280;

/**
 * Draws the code of a page with a scene. It is a plain QR code where the platform draws its round one; its text is what a scanner
 * reports as `path`: the page, then `?scene=` and the scene. Refuses 40169 (length of the scene), 40129 (its characters), 41030 (page),
 * 40097 (width, colour).
 */
export const wxacodeGetUnlimited: OpenApi = {
  name: 'wxacode.getUnlimited',
  async answer(params, wechat) {
    const scene = checkScene(params['scene']);
    const mustExist = params['check_path'] !== false;
    const page = checkPage(params['page'], { pages: mustExist ? wechat.pages : undefined }, { query: false });
    const home = [...(wechat.pages ?? [])][0] ?? '';
    const text = `${page === '' ? home : page}?scene=${encodeURIComponent(scene)}`;
    return { contentType: 'image/png', content: qrPicture(text, readLook(params)) };
  },
};

function checkScene(scene: unknown): string {
  if (typeof scene !== 'string' || scene === '' || scene.length > sceneMaxCount) {
    throw apiFault(40169, 'invalid length for scene, or the data is not json string');
  }
  if (!scenePattern.test(scene)) throw apiFault(40129, 'invalid scene');
  return scene;
}

function readLook(params: OpenApiParams): QrLook {
  const widthPx = params['width'] ?? widthDefaultPx;
  if (typeof widthPx !== 'number' || !Number.isInteger(widthPx) || widthPx < widthMinPx || widthPx > widthMaxPx) {
    throw apiFault(40097, 'invalid args: width');
  }
  const line = isDocument(params['line_color']) ? params['line_color'] : {};
  return { widthPx, ink: [shade(line['r']), shade(line['g']), shade(line['b'])], isClear: params['is_hyaline'] === true };
}

/** One part of a colour; the platform takes it as a number or as its digits. */
function shade(value: unknown): number {
  const part = Number(value ?? 0);
  if (!Number.isInteger(part) || part < 0 || part > 255) throw apiFault(40097, 'invalid args: line_color');
  return part;
}
