import type { Copy } from '../zh';

/** The card's face, and since when one is a member. */
export const memberFace: Copy['memberFace'] = {
  title: 'Card face',
  row: (name) => `Now ${name}`,
  lead: 'Home, the member code and the till show the face you choose.',
  names: {
    lantern: 'Lantern light',
    osmanthus: 'Osmanthus',
    celadon: 'Celadon',
    snow: 'Night snow',
    silk: 'Red silk',
    galaxy: 'Galaxy night',
    moon: 'Moonlight',
  },
  needs: {
    snow: 'from Candle on',
    silk: 'from Lantern on',
    galaxy: 'for Galaxy',
    moon: 'with a paid card',
  },
  joined: (day, days) => `Since ${day} · day ${days}`,
  years: (day, years) => `Since ${day} · ${years} years`,
  anniversary: (years) => `${years} years with us today`,
};
