import type { FunctionName, Input, MethodOf, Output, RefusalCode } from '@shared/functions';
import type { Session } from './session';
import { sentence } from './sentence';

type ConsoleMethod = Extract<MethodOf<Extract<FunctionName, 'console'>>, string>;

/** Calls a method of `console`; a refusal ends the command with its code and sentence. */
export async function ask<M extends ConsoleMethod>(session: Session, method: M, input: Input<'console', M>): Promise<Output<'console', M>> {
  const reply = await session.call(method, input);
  if (reply.ok) return reply.value as Output<'console', M>;
  const { code, args } = reply.refusal;
  throw new Error(`${code}  ${sentence(code as RefusalCode, args ?? {}, session.language)}`);
}
