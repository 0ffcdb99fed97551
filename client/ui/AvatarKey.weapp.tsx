import { Button as NativeButton, Canvas } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import type { AvatarKeyProps } from './AvatarKeyProps';
import './AvatarKey.scss';
import './ShareKey.scss';

/** Asks WeChat for a picture: only its own button may do that. Nothing happens when they say no. */
export function AvatarKey({ children, id, onPicture }: AvatarKeyProps): ReactNode {
  return (
    <>
      <NativeButton
        openType="chooseAvatar"
        className="share-key"
        onChooseAvatar={({ detail }) => onPicture((detail as { readonly avatarUrl: string }).avatarUrl)}
      >
        {children}
      </NativeButton>
      <Canvas type="2d" id={id} className="avatar-key__canvas" {...aria({ hidden: true })} />
    </>
  );
}
