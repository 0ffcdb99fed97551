import type { JigsawPicture as Picture } from '@shared/game/jigsaw/types';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from '@/ui/aria';
import { pictureUrl } from './pictureUrl';
import './Jigsaw.scss';

/** The whole picture, as it will be. */
export function JigsawPicture({ picture }: { readonly picture: Picture }): ReactNode {
  return <View className="jigsaw__picture" style={{ backgroundImage: pictureUrl(picture) }} {...aria({ hidden: true })} />;
}
