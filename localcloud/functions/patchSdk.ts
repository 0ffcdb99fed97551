import { createRequire } from 'node:module';

type Ask = (request: unknown) => Promise<unknown>;
type Load = ReturnType<typeof createRequire>;

/** The parts of `@cloudbase/node-sdk` that talk to the outside, by the file that exports them. */
interface SdkUtils {
  readonly processReturn: (result: unknown) => unknown;
}
interface DatabaseRequester {
  TcbDBApiHttpRequester: {
    prototype: { send(action: string, data: Record<string, unknown> | undefined, options?: unknown): Promise<unknown> };
  };
}
interface ApiRequester {
  request: (call: ApiCall) => Promise<unknown>;
}
interface ApiCall {
  readonly params: Readonly<Record<string, unknown>> & { readonly action: string };
  readonly isFormData?: boolean;
}

/**
 * Makes the SDK that a function would load send its requests through `ask` instead of HTTP. Only the sending is replaced: query
 * building, extended JSON and error mapping stay the SDK's own. A function without the SDK is left alone.
 */
export function patchSdk(load: Load, ask: Ask): void {
  for (const base of sdkBases(load)) patchBase(base, ask);
}

function sdkBases(load: Load): Load[] {
  const bases: Load[] = [];
  try {
    bases.push(createRequire(load.resolve('wx-server-sdk')));
  } catch {
    // The function does not use wx-server-sdk.
  }
  bases.push(load);
  return bases;
}

function patchBase(base: Load, ask: Ask): void {
  let inside: Load;
  try {
    inside = createRequire(base.resolve('@cloudbase/node-sdk'));
  } catch {
    // The function does not use @cloudbase/node-sdk by itself.
    return;
  }
  const { processReturn } = inside('./utils/utils.js') as SdkUtils;
  const send = async (request: unknown): Promise<unknown> => {
    const answer = await ask(request);
    return isError(answer) ? processReturn(answer) : answer;
  };
  const database = inside('./utils/tcbdbapirequester.js') as DatabaseRequester;
  database.TcbDBApiHttpRequester.prototype.send = (action, data) => send({ ...data, action });
  const api = inside('./utils/tcbapirequester.js') as ApiRequester;
  const byHttp = api.request.bind(api);
  api.request = (call) => (call.isFormData === true ? byHttp(call) : send(call.params));
}

function isError(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'code' in answer && Boolean(answer.code);
}
