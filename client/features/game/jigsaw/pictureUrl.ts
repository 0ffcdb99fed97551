import type { JigsawPicture } from '@shared/game/jigsaw/types';

const lantern = (x: number, y: number, scale: number, colour: string): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M0-34V-22M0 22V40" stroke="#F3CF86" stroke-width="2"/>` +
  `<ellipse rx="26" ry="22" fill="${colour}"/><path d="M-10-21C-18-8-18 8-10 21M10-21C18-8 18 8 10 21M0-22V22" stroke="#F3CF86" ` +
  'stroke-opacity=".6" fill="none"/><rect x="-10" y="-26" width="20" height="5" rx="2" fill="#F3CF86"/>' +
  '<rect x="-10" y="21" width="20" height="5" rx="2" fill="#F3CF86"/></g>';

const sky = (above: string, below: string): string =>
  `<defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="${above}"/><stop offset="1" stop-color="${below}"/></linearGradient></defs>` +
  '<rect width="300" height="300" fill="url(#g)"/>';

const stars = (places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="1.6" fill="#F7EBDD"/>`).join('');

const house = (x: number, y: number, width: number, wall: string, roof: string): string =>
  `<path d="M${x - 12} ${y}h${width + 24}l-14-26h-${width - 4}z" fill="${roof}"/><rect x="${x}" y="${y}" width="${width}" height="52" ` +
  `fill="${wall}"/><rect x="${x + width / 2 - 11}" y="${y + 16}" width="22" height="24" fill="#F3CF86"/>`;

/** Drawn on 300 × 300; every part of each differs from its neighbours, so that a piece can be told by what is on it. */
const drawings: Readonly<Record<JigsawPicture, string>> = {
  lanterns:
    sky('#2B1A16', '#7A2F20') +
    '<circle cx="238" cy="56" r="30" fill="#F7EBDD"/>' +
    stars([
      [24, 30],
      [92, 18],
      [150, 48],
      [190, 22],
      [280, 120],
      [16, 120],
    ]) +
    '<path d="M0 84C60 120 140 112 300 96" stroke="#F3CF86" fill="none" stroke-width="2"/>' +
    lantern(52, 146, 1, '#C8321F') +
    lantern(136, 164, 1.25, '#E8604C') +
    lantern(228, 148, 0.9, '#D9A441') +
    house(20, 246, 80, '#5A2318', '#14110F') +
    house(178, 240, 96, '#6A2A1C', '#1E1A17') +
    '<path d="M112 300c8-30 12-50 34-60 14 20 12 40 10 60z" fill="#A92615"/>',
  boat:
    sky('#1B2A3A', '#3C5A6E') +
    '<circle cx="74" cy="70" r="42" fill="#F7EBDD"/>' +
    '<circle cx="88" cy="60" r="36" fill="#22344A"/>' +
    stars([
      [160, 30],
      [210, 64],
      [268, 28],
      [140, 96],
      [282, 110],
    ]) +
    '<path d="M0 170l60-50 40 34 60-64 70 74 70-40v60H0z" fill="#16222E"/><rect y="180" width="300" height="120" fill="#2D6076"/>' +
    '<path d="M20 210h60M110 200h50M210 214h70M40 250h44M230 256h50M120 282h70" stroke="#8FB8C4" stroke-width="3"/>' +
    '<path d="M96 226h120c-8 30-24 40-60 40s-52-10-60-40z" fill="#7A3A20"/><path d="M150 226V130c36 20 52 50 54 84z" fill="#F3CF86"/>' +
    '<path d="M144 226v-80c-22 18-34 42-36 70z" fill="#E8604C"/>' +
    lantern(226, 200, 0.55, '#C8321F'),
  snow:
    sky('#39465C', '#8C9BB0') +
    '<path d="M0 216c60-30 110-10 160-24s90-26 140-6v114H0z" fill="#F3F6FA"/>' +
    '<path d="M0 262c80-24 150 6 300-18v56H0z" fill="#DCE4EE"/>' +
    stars([
      [30, 40],
      [70, 90],
      [110, 30],
      [150, 76],
      [200, 36],
      [246, 84],
      [282, 40],
      [52, 150],
      [270, 150],
    ]) +
    house(112, 190, 92, '#7A3A20', '#F3F6FA') +
    '<path d="M44 236l22-74 22 74zM230 246l26-92 26 92z" fill="#2E5A46"/>' +
    '<path d="M56 196l10-34 10 34zM244 200l12-46 12 46z" fill="#F3F6FA"/>' +
    lantern(158, 168, 0.5, '#C8321F'),
};

/** A picture as a CSS `url(…)`. */
export function pictureUrl(picture: JigsawPicture): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300">${drawings[picture]}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
