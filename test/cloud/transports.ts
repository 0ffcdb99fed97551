/** Both ways a function reaches the gateway; what one does the other must do. */
export const transports = ['port', 'http'] as const;
