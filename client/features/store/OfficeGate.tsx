import type { OfficeView } from '@shared/store/contract';
import type { ReactNode } from 'react';
import { useCell } from '@/platform/createCell';
import { loadOffice, officeState } from './officeStore';
import { WorkGate } from './WorkGate';

interface OfficeGateProps {
  /** The screen's words: its name, what works without network, what is said to whoever may not come in. */
  readonly words: { readonly title: string; readonly offline: string; readonly notOperator: string; readonly notOperatorNote: string };
  readonly children: (office: OfficeView) => ReactNode;
}

/** A screen for operators: whoever is none is told so, and sent home. */
export function OfficeGate({ words, children }: OfficeGateProps): ReactNode {
  const { office, asked, trouble } = useCell(officeState);
  const closed = { icon: 'shield', title: words.notOperator, note: words.notOperatorNote } as const;
  const state = { who: office, asked, trouble, load: loadOffice };
  return (
    <WorkGate title={words.title} {...state} offline={words.offline} closed={closed}>
      {children}
    </WorkGate>
  );
}
