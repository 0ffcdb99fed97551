import type { ReactNode } from 'react';

/** WeChat says who is here, so the phone never asks. */
export function PersonSheet(): ReactNode {
  return null;
}
