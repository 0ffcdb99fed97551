import type { Action } from './action';
import { textField } from './readRequest';

/** `callFunction` from within a function: the caller's identity goes along, permission rules for clients do not apply. */
export const invokeFunction: Action = async (request, context, source) => {
  const eventText = typeof request['request_data'] === 'string' && request['request_data'] !== '' ? request['request_data'] : '{}';
  const result = await context.invoke(textField(request, 'function_name'), eventText, source);
  return { data: { response_data: result } };
};
