const { default: JsdomEnvironment } = require('jest-environment-jsdom');

/** A page's world with Node's own network client, so that a simulated phone can reach the local cloud. */
module.exports = class PhoneEnvironment extends JsdomEnvironment {
  constructor(config, context) {
    super(config, context);
    for (const name of ['fetch', 'Request', 'Response', 'Headers', 'AbortController', 'AbortSignal', 'structuredClone']) {
      this.global[name] = globalThis[name];
    }
    // Bytes made by Node's parts and by the page's must be of one kind.
    this.global.Uint8Array = Uint8Array;
    this.global.ArrayBuffer = ArrayBuffer;
  }
};
