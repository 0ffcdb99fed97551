import { useLaunch } from '@tarojs/taro';

/** Calls back once, when the app opens, with a value of the address that it was opened by. */
export function useOpenedBy(name: string, opened: (value: string | undefined) => void): void {
  useLaunch(({ query }) => opened(query[name] as string | undefined));
}
