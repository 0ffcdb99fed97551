/** What became of a request that brought no answer: `lost` may have taken effect, `fault` is the service's own failure. */
export type SendFailure = 'lost' | 'fault';

/** Thrown by the transports; `call` turns it into a refusal. An exception, because a promise can carry nothing else out of a fetch. */
export class SendError extends Error {
  constructor(readonly failure: SendFailure) {
    super(failure);
  }
}
