import type { ReactNode } from 'react';
import { type CodeKind, paintCode } from './paintCode';
import { PictureCanvas } from './PictureCanvas';
import './CodeCanvas.scss';

interface CodeCanvasProps {
  readonly id: string;
  readonly kind: CodeKind;
  readonly digits: string;
  readonly label: string;
}

/** A QR code or a bar code of digits, drawn here and now, without network. */
export function CodeCanvas({ id, kind, digits, label }: CodeCanvasProps): ReactNode {
  return (
    <PictureCanvas
      id={id}
      className={`code-canvas code-canvas--${kind}`}
      label={label}
      look={`${kind}:${digits}`}
      paint={(drawing) => paintCode(drawing, kind, digits)}
    />
  );
}
