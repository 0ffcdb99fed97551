import type { StaffView } from '@shared/store/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useShift } from '@/features/purchase/useShift';
import { useShown } from '@/platform/useShown';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';
import { MyShift } from './MyShift';
import { ShopDay } from './ShopDay';
import './index.scss';

/** My shift: open, close, and what it adds up to; for leads the shop's day beside it. */
export function ShiftDesk({ staff }: { readonly staff: StaffView }): ReactNode {
  const state = useShift(staff.roles.includes('lead'));
  const { report, day, trouble, load } = state;
  useShown(() => void load());
  return (
    <View className="shift-desk">
      <View className="shift-desk__mine">
        {trouble !== null && <Trouble refusal={trouble} onRetry={load} />}
        {report === null && trouble === null && (
          <Skeleton>
            <Bone width="full" height="button" />
            <Bone width="full" height="block" />
          </Skeleton>
        )}
        {report !== null && <MyShift state={state} report={report} staff={staff} />}
      </View>
      {day !== null && (
        <View className="shift-desk__shop">
          <ShopDay day={day} staff={staff} />
        </View>
      )}
    </View>
  );
}
