import { askControl } from './askControl';
import { element, instant, table } from './element';

interface Message {
  readonly atMs: number;
  readonly openid: string;
  readonly templateId: string;
  readonly page?: string;
  readonly data: Readonly<Record<string, string>>;
}

/** Subscription messages that reached phones, newest first. */
export async function showMessages(): Promise<HTMLElement> {
  const { messages } = (await askControl('inside/messages')) as unknown as { messages: Message[] };
  const rows = messages.map((message) => [
    instant(message.atMs),
    message.openid,
    message.templateId,
    element(
      'pre',
      {},
      Object.entries(message.data)
        .map(([field, text]) => `${field}: ${text}`)
        .join('\n'),
    ),
    message.page ?? '',
  ]);
  return element(
    'div',
    {},
    element('h2', {}, 'Messages'),
    table(['At (UTC)', 'To', 'Template', 'Says', 'Opens'], rows, 'No message was sent yet.'),
  );
}
