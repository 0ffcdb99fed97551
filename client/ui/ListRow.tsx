import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { Pressable } from './Pressable';
import './ListRow.scss';

interface ListRowProps {
  readonly icon?: IconName;
  /** Somebody's picture in the icon's place. */
  readonly face?: ReactNode;
  readonly title: string;
  readonly note?: string;
  readonly end?: ReactNode;
  readonly onPress?: () => void;
}

/** A row of a list; with `onPress` it leads somewhere. */
export function ListRow({ icon, face, title, note, end, onPress }: ListRowProps): ReactNode {
  const content = (
    <>
      {icon !== undefined && (
        <View className="list-row__icon">
          <Icon name={icon} />
        </View>
      )}
      {face !== undefined && (
        <View className="list-row__face" {...aria({ hidden: true })}>
          {face}
        </View>
      )}
      <View className="grow">
        <View className="list-row__title">{title}</View>
        {note !== undefined && <View className="list-row__note">{note}</View>}
      </View>
      {end}
      {onPress !== undefined && (
        <View className="list-row__forward">
          <Icon name="forward" size="small" />
        </View>
      )}
    </>
  );
  if (onPress === undefined) return <View className="list-row">{content}</View>;
  return (
    <Pressable className="list-row" onPress={onPress}>
      {content}
    </Pressable>
  );
}
