import Taro from '@tarojs/taro';
import { type Cell, createCell } from './createCell';

/** Whether there is a network, as far as the phone knows. */
export const network: Cell<boolean> = createCell(true);

void Taro.getNetworkType({ success: ({ networkType }) => network.set(networkType !== 'none') });
Taro.onNetworkStatusChange(({ isConnected }) => network.set(isConnected));
