import { jsonReply, readCommCall, writeCommReply, type CommReply, type OpenApiParams } from './commApi';
import { getOpenData, openDataApiName } from './getOpenData';
import { isApiFault, type OpenApi, type OpenApiSource } from './openApi';
import { phonenumberGetPhoneNumber } from './phonenumberGetPhoneNumber';
import { bytesField } from './protobuf';
import { securityMediaCheckAsync } from './securityMediaCheckAsync';
import { securityMsgSecCheck } from './securityMsgSecCheck';
import { shortlinkGenerate } from './shortlinkGenerate';
import { subscribeMessageSend } from './subscribeMessageSend';
import type { Wechat } from './wechat';
import { wxacodeGetUnlimited } from './wxacodeGetUnlimited';

/** Every open API there is, by name. */
const openApis: ReadonlyMap<string, OpenApi> = new Map(
  [
    subscribeMessageSend,
    wxacodeGetUnlimited,
    shortlinkGenerate,
    phonenumberGetPhoneNumber,
    securityMsgSecCheck,
    securityMediaCheckAsync,
  ].map((api) => [api.name, api]),
);

/** The platform's numbers for what goes wrong around an API. Source: wx-server-sdk's table of errors. */
const systemArgsError = -601002;
const apiNotFound = -604100;
const apiNotPermitted = -604101;

/** What answering needs to know. */
export interface OpenApiOptions {
  readonly wechat: Wechat;
  /** The open APIs a function declared. */
  permittedTo(functionName: string): readonly string[];
}

/** Answers one open API call by name. Refuses −604100 (no such API) and −604101 (the function did not declare it). */
export async function answerOpenApi(
  options: OpenApiOptions,
  name: string,
  params: OpenApiParams,
  source: OpenApiSource | undefined,
): Promise<CommReply> {
  const api = openApis.get(name);
  if (api === undefined) return { errorCode: apiNotFound };
  if (source !== undefined && !options.permittedTo(source.functionName).includes(name)) return { errorCode: apiNotPermitted };
  try {
    return await api.answer(params, options.wechat, source);
  } catch (thrown) {
    if (!isApiFault(thrown)) throw thrown;
    return jsonReply({ errcode: thrown.errcode, errmsg: thrown.message });
  }
}

/** Answers the wire's `wx.openApi`: the SDK's `CommApiData` in, its `CommOpenApiResp` out. Inner APIs need no declaration. */
export async function answerOpenApiForm(
  options: OpenApiOptions,
  name: string,
  data: Buffer,
  source: OpenApiSource | undefined,
): Promise<Buffer> {
  const call = read(data);
  if (call === undefined) return writeCommReply({ errorCode: systemArgsError });
  if (call.kind === 'open') return writeCommReply(await answerOpenApi(options, name, call.params, source));
  if (call.apiName !== openDataApiName) return writeCommReply({ errorCode: apiNotFound });
  return bytesField(1, getOpenData(call.message, options.wechat, source));
}

function read(data: Buffer): ReturnType<typeof readCommCall> | undefined {
  try {
    return readCommCall(data);
  } catch {
    return undefined;
  }
}
