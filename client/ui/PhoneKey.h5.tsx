import type { ReactNode } from 'react';
import { demoPhoneCode } from '@/platform/demoPhoneCode.h5';
import { Button } from './Button';
import type { PhoneKeyProps } from './PhoneKeyProps';

/** A browser has no number of its own: the demo's door gives the code of a made-up one. */
export function PhoneKey({ children, onCode }: PhoneKeyProps): ReactNode {
  return (
    <Button tone="tint" onPress={async () => onCode(await demoPhoneCode())}>
      {children}
    </Button>
  );
}
