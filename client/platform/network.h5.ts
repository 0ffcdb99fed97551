import { type Cell, createCell } from './createCell';

/** Whether there is a network, as far as the browser knows. */
export const network: Cell<boolean> = createCell(window.navigator.onLine);

window.addEventListener('online', () => network.set(true));
window.addEventListener('offline', () => network.set(false));
