declare module 'jsbarcode/bin/barcodes/CODE128/CODE128_AUTO' {
  interface Encoded {
    readonly data: string;
    readonly text: string;
  }
  interface Encoder {
    encode: () => Encoded;
  }
  const CODE128AUTO: new (text: string, options: Readonly<Record<string, never>>) => Encoder;
  // eslint-disable-next-line no-restricted-syntax -- the package exports it this way
  export default CODE128AUTO;
}
