import { type ChangeEvent, type ReactNode, useRef } from 'react';
import type { AvatarKeyProps } from './AvatarKeyProps';
import { Button } from './Button';

/** A browser's own way to choose a picture; the key opens it. */
export function AvatarKey({ children, id, onPicture }: AvatarKeyProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    // Emptied, so that the same file can be chosen again.
    event.target.value = '';
    if (file !== undefined) onPicture(URL.createObjectURL(file));
  };
  return (
    <>
      <Button onPress={() => field.current?.click()}>{children}</Button>
      <input ref={field} id={id} className="unseen" type="file" accept="image/*" aria-hidden="true" tabIndex={-1} onChange={choose} />
    </>
  );
}
