import { Image } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { aria } from './aria';
import { Icon } from './Icon';
import './Avatar.scss';

interface AvatarProps {
  /** A link; null or absent without a picture (what a phone kept from before pictures has none). */
  readonly url: string | null | undefined;
  /** The name beside it. */
  readonly name: string;
}

/** Somebody's picture, filling its round box; without one, or when it cannot be had, the last character of their name, or a lantern. */
export function Avatar({ url, name }: AvatarProps): ReactNode {
  const [broken, setBroken] = useState<string | null>(null);
  if (url == null || url === broken) return name === '' ? <Icon name="lantern" size="small" /> : Array.from(name).at(-1);
  // Whose it is stands beside it: nothing more to read out.
  const silent = process.env.TARO_ENV === 'weapp' ? aria({ hidden: true }) : { nativeProps: { alt: '' } };
  return <Image className="avatar" src={url} mode="aspectFill" onError={() => setBroken(url)} {...silent} />;
}
