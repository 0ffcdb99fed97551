import type { FunctionName, Input, MethodOf, Output } from '@shared/functions';
import type { TestShop } from '../openShop';

/** A command that was accepted, and what else could be meant with its key. */
export interface Done {
  readonly openid: string;
  readonly functionName: FunctionName;
  readonly method: string;
  readonly input: object;
  readonly other: object | null;
  readonly refusal: string;
  readonly answer: object;
}

/** Does something for the first time. `other` is other content for the same key, refused with `refusal`; null: there is none. */
type Once = <F extends FunctionName, M extends MethodOf<F>>(
  openid: string,
  functionName: F,
  method: M,
  input: Input<F, M> & object,
  other?: Partial<Input<F, M>> | null,
  refusal?: string,
) => Promise<Output<F, M>>;

/** A way to do things at a shop that writes down what was done. */
export function doOnce(shop: TestShop, done: Done[]): Once {
  return async (openid, functionName, method, input, other = null, refusal = 'key.reused') => {
    const answer = await shop.must(openid, functionName, method, input);
    done.push({ openid, functionName, method, input, other, refusal, answer: answer as object });
    return answer;
  };
}

/** What an act works with. */
export interface Hands {
  readonly shop: TestShop;
  readonly once: Once;
}
