import { useRouter } from '@tarojs/taro';

/** One value of the page's address, or null. */
export function useQuery(name: string): string | null {
  const value = useRouter().params[name];
  return value === undefined ? null : decodeURIComponent(value);
}
