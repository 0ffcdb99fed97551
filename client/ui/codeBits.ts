import qrcode from 'qrcode-generator';
import CODE128AUTO from 'jsbarcode/bin/barcodes/CODE128/CODE128_AUTO';

/** The modules of a QR code, row by row; error correction M (ISO/IEC 18004). Digits alone make the largest modules. */
export function qrRows(text: string): readonly (readonly boolean[])[] {
  const code = qrcode(0, 'M');
  code.addData(text, /^\d+$/.test(text) ? 'Numeric' : 'Byte');
  code.make();
  const size = code.getModuleCount();
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_unused, column) => code.isDark(row, column)));
}

/** The bars of a Code 128 (ISO/IEC 15417), one module each: true is a bar. */
export function barModules(text: string): readonly boolean[] {
  return Array.from(new CODE128AUTO(text, {}).encode().data, (bit) => bit === '1');
}
