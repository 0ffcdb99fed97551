/** Prints the page as it stands, without what only a screen needs. */
export const printPage: (() => void) | null = () => window.print();
