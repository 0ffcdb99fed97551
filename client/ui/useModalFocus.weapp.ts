/** On the phone there is no keyboard focus to keep. */
export const useModalFocus: (id: string, open: boolean, onClose: (() => void) | undefined) => void = () => undefined;
