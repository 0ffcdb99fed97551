/** The cells of a CSV file or of an XLSX file's first sheet, row by row, as texts. */
export function readTable(path: string): Promise<readonly (readonly string[])[]>;
