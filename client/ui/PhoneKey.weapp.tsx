import { Button as NativeButton } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { PhoneKeyProps } from './PhoneKeyProps';
import './ShareKey.scss';

/** Asks WeChat for the person's number: only its own button may do that. No code when they say no. */
export function PhoneKey({ children, onCode }: PhoneKeyProps): ReactNode {
  return (
    <NativeButton
      openType="getPhoneNumber"
      className="share-key"
      onGetPhoneNumber={({ detail }) => onCode((detail as { readonly code?: string }).code ?? null)}
    >
      {children}
    </NativeButton>
  );
}
