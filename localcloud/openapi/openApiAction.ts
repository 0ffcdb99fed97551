import type { Action } from '../gateway/action';
import { readJson, textField } from '../gateway/readRequest';
import { isDocument } from '../engine/document';
import { answerOpenApi, type OpenApiOptions } from './answerOpenApi';
import type { OpenApiSource } from './openApi';

/**
 * The wire's `wx.api`, by which `callOpenAPI` and node-sdk's `callWxOpenApi` call: parameters and answer are JSON texts. Bytes, which
 * JSON cannot hold, come as base64 beside their content type.
 */
export function openApiAction(options: OpenApiOptions, sourceOf: (worker: string | undefined) => OpenApiSource | undefined): Action {
  return async (request, context, source) => {
    const text = typeof request['requestData'] === 'string' && request['requestData'] !== '' ? request['requestData'] : '{}';
    const params = readJson(text, 'requestData', context.nowMs());
    const name = textField(request, 'apiName').replace(/^openapi\./, '');
    const reply = await answerOpenApi(options, name, isDocument(params) ? params : {}, sourceOf(source.worker));
    if ('errorCode' in reply) return { data: { responseData: JSON.stringify({ errcode: reply.errorCode }) } };
    const isJson = reply.contentType.startsWith('application/json');
    const content = { contentType: reply.contentType, buffer: reply.content.toString('base64') };
    return { data: { responseData: isJson ? reply.content.toString('utf8') : JSON.stringify(content) } };
  };
}
