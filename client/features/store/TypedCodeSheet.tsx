import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';

interface TypedCodeSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The digits together; gives a sentence when they were refused, else null. */
  readonly onCode: (text: string) => Promise<string | null>;
}

const numberLength = 16;
const sixLength = 6;
/** Room for the blanks people leave between groups of four. */
const numberFieldMax = 19;
const sixFieldMax = 7;

/** Typing what cannot be scanned: card number and six digits, or the code of a pick-up, voucher or pack alone. */
export function TypedCodeSheet({ open, onClose, onCode }: TypedCodeSheetProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.store.scan;
  const [number, setNumber] = useState('');
  const [six, setSix] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const bare = number.replace(/\D/g, '');
  const bareSix = six.replace(/\D/g, '');
  /** Pick-ups (8), vouchers and packs (7) need no six digits. */
  const standsAlone = /^[78]/.test(bare);
  const complete = bare.length === numberLength && (standsAlone || bareSix.length === sixLength);
  const submit = async (): Promise<void> => {
    const refused = await onCode(standsAlone ? bare : bare + bareSix);
    setSaid(refused);
    // The six digits have gone stale or were mistyped either way; the card number may stand.
    setSix('');
    if (refused !== null) return;
    setNumber('');
    onClose();
  };
  return (
    <Sheet open={open} title={words.typed} onClose={onClose}>
      <Field label={words.cardNumber} value={number} onChange={setNumber} digits lengthMax={numberFieldMax} />
      {!standsAlone && (
        <Field label={words.sixDigits} value={six} onChange={setSix} hint={words.typedHint} digits lengthMax={sixFieldMax} />
      )}
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <Button onPress={submit} disabled={!complete}>
        {words.typedSubmit}
      </Button>
    </Sheet>
  );
}
