import { useRef } from 'react';
import { newKey } from './newKey';

interface Intent {
  readonly content: string;
  readonly key: Promise<string>;
}

export interface IntentKey {
  /** The key of the intention to send this content: the same as long as the content is, so that a second try repeats the first. */
  readonly keyFor: (content: unknown) => Promise<string>;
  /** The intention is done; the next one gets a key of its own, even for the same content. */
  readonly done: () => void;
}

/** Keys by intention: made when the person decides, kept while a retry of the same decision is possible. */
export function useIntentKey(): IntentKey {
  const intent = useRef<Intent | null>(null);
  return {
    keyFor: (content) => {
      const text = JSON.stringify(content);
      if (intent.current?.content !== text) intent.current = { content: text, key: newKey() };
      return intent.current.key;
    },
    done: () => {
      intent.current = null;
    },
  };
}
