import { Button as NativeButton } from '@tarojs/components';
import type { ReactNode } from 'react';
import './ShareKey.scss';

/** Sends the page's share card to a friend: only WeChat's own button may do that. */
export function ShareKey({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <NativeButton openType="share" className="share-key">
      {children}
    </NativeButton>
  );
}
