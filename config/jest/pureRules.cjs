// Rules are pure: a rule that reads the clock or draws a random number gives another answer tomorrow. In rule tests both
// are replaced by something that throws, so that such a rule fails at once and by name.
const fc = require('fast-check');

const runsByDefault = 200;
const runsWhenProving = 5_000;
const defaultSeed = 20_261_122;

// The seed is fixed, or the property runs themselves would need the random source taken away below.
fc.configureGlobal({
  seed: Number(process.env.LANTERN_SEED ?? defaultSeed),
  numRuns: process.env.LANTERN_PROVE === '1' ? runsWhenProving : runsByDefault,
});

const RealDate = Date;

class ClocklessDate extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) throw new Error('A rule asked for the present time by `new Date()`: pass the time in.');
    super(...parts);
  }

  static now() {
    throw new Error('A rule asked for the present time by `Date.now()`: pass the time in.');
  }
}

globalThis.Date = ClocklessDate;
Math.random = () => {
  throw new Error('A rule drew a number by `Math.random()`: pass the random source in.');
};
crypto.getRandomValues = () => {
  throw new Error('A rule drew bytes by `crypto.getRandomValues()`: pass the random source in.');
};
