import { Image } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import './Picture.scss';

interface PictureProps {
  /** An address, or the picture itself as a data address. */
  readonly source: string;
  readonly label: string;
}

/** A square picture that can be saved by pressing and holding it. */
export function Picture({ source, label }: PictureProps): ReactNode {
  // In a browser the picture inside is an element of its own, and the one that is read out.
  const named = process.env.TARO_ENV === 'weapp' ? aria({ role: 'img', label }) : { nativeProps: { alt: label } };
  return <Image className="picture" src={source} mode="scaleToFill" showMenuByLongpress {...named} />;
}
