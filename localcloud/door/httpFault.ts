/** A refusal of the HTTP door: a status beside the platform's code and sentence. */
export interface HttpFault extends Error {
  readonly status: number;
  readonly code: string;
}

/** Makes a refusal of the HTTP door. */
export function httpFault(status: number, code: string, message: string): HttpFault {
  return Object.assign(new Error(message), { status, code });
}

/** Whether something thrown is a refusal of the HTTP door. */
export function isHttpFault(thrown: unknown): thrown is HttpFault {
  return thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number' && 'code' in thrown;
}
