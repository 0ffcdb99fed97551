import type { Copy } from '../zh';

/** Tiers. */
export const tier: Copy['tier'] = {
  ornament: { firefly: 'Firefly', candle: 'Candle', lantern: 'Lantern', galaxy: 'Galaxy' },
};
