import { createCell, type Cell } from '@/platform/createCell';

/** The invitation that was opened on this phone: said when its reader joins, though the first one they opened counts. */
export const joinInvitation: Cell<string | null> = createCell<string | null>(null);
