/**
 * Puts a `Date` in place of JavaScript's own that reads the cloud's clock: `new Date()`, `Date.now()` and `Date()` see it, dates made
 * from a value are the same as ever, `instanceof` and `constructor` hold.
 * @param memory the clock's offset in milliseconds, one 64-bit whole number
 */
export function replaceDate(memory: SharedArrayBuffer): void {
  const offset = new BigInt64Array(memory);
  const MachineDate = Date;
  const machineNowMs = Date.now;
  const nowMs = (): number => machineNowMs() + Number(Atomics.load(offset, 0));
  function CloudDate(this: unknown, ...parts: unknown[]): unknown {
    if ((new.target as unknown) === undefined) return new MachineDate(nowMs()).toString();
    const target = (new.target as unknown) === CloudDate ? MachineDate : new.target;
    return Reflect.construct(MachineDate, parts.length === 0 ? [nowMs()] : parts, target);
  }
  Object.defineProperties(CloudDate, {
    name: { value: 'Date' },
    length: { value: 7 },
    prototype: { value: MachineDate.prototype, writable: false },
    now: { value: nowMs, writable: true, configurable: true },
    parse: { value: MachineDate.parse, writable: true, configurable: true },
    UTC: { value: MachineDate.UTC, writable: true, configurable: true },
  });
  Object.defineProperty(MachineDate.prototype, 'constructor', { value: CloudDate, writable: true, configurable: true });
  Object.defineProperty(globalThis, 'Date', { value: CloudDate, writable: true, configurable: true });
}
