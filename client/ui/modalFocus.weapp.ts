/** On the phone there is no keyboard focus to keep. */
export function useModalFocus(_id: string, _open: boolean, _onClose: (() => void) | undefined): void {}
