/** An error the cloud answers with: `code` is the platform's word for it, `message` its sentence. */
export interface CloudFault extends Error {
  readonly code: string;
}

/** How the platform ends its sentences about transactions. Source: the public tests of @cloudbase/node-sdk 2.9. */
export const plea = 'Please check your request, but if the problem persists, contact us.';

/**
 * Makes an error the gateway turns into the platform's `{ code, message }`.
 * @param code the platform's error code, for instance `INVALID_PARAM`
 * @param message the platform's sentence
 */
export function cloudFault(code: string, message: string): CloudFault {
  return Object.assign(new Error(message), { code });
}

/** Whether something thrown is an error the cloud answers with, rather than a bug or an outage. */
export function isCloudFault(thrown: unknown): thrown is CloudFault {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' && /^[A-Z_]+$/.test(thrown.code);
}
