import cloud from 'wx-server-sdk';

/** The part of the SDK's database that the adapters use; its own typings stop at `any`. */
export interface SdkQuery {
  where(filter: object): SdkQuery;
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery;
  limit(count: number): SdkQuery;
  field(projection: object): SdkQuery;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
}

interface SdkDocument {
  get(): Promise<{ data: unknown }>;
  set(options: { data: object }): Promise<unknown>;
  remove(): Promise<unknown>;
}

export interface SdkCollection extends SdkQuery {
  doc(id: string): SdkDocument;
  add(options: { data: object }): Promise<unknown>;
  aggregate(): SdkPipeline;
}

interface SdkPipeline {
  match(filter: object): SdkPipeline;
  group(stage: object): SdkPipeline;
  limit(count: number): SdkPipeline;
  end(): Promise<{ list: unknown[] }>;
}

export interface SdkTransaction {
  collection(name: string): SdkCollection;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

interface SdkDatabase {
  collection(name: string): SdkCollection;
  startTransaction(): Promise<SdkTransaction>;
  readonly command: Record<'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'set', (value: unknown) => object>;
}

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV } as unknown as Parameters<typeof cloud.init>[0]);

/** The database of the environment that the function runs in. A missing document reads as null. */
export const sdkDatabase = cloud.database({ throwOnNotFound: false } as object) as unknown as SdkDatabase;

interface Files {
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ readonly fileID: string }>;
  getTempFileURL(files: { fileList: string[] }): Promise<{
    readonly fileList: readonly { readonly fileID: string; readonly tempFileURL?: string }[];
  }>;
  downloadFile(file: { fileID: string }): Promise<{ readonly fileContent: Buffer }>;
  deleteFile(files: { fileList: string[] }): Promise<unknown>;
}

/** The platform's storage. */
export const sdkFiles = cloud as unknown as Files;

interface OpenApi {
  readonly phonenumber: {
    getPhoneNumber(asked: { readonly code: string }): Promise<{
      readonly phoneInfo: { readonly purePhoneNumber: string; readonly countryCode: string };
    }>;
  };
  readonly wxacode: { getUnlimited(code: object): Promise<{ readonly buffer: Buffer }> };
  readonly shortlink: { generate(link: object): Promise<{ readonly link: string }> };
  readonly security: { mediaCheckAsync(media: object): Promise<{ readonly traceId: string }> };
  readonly subscribeMessage: { send(message: object): Promise<{ readonly msgid?: string | number }> };
}

/** The platform's open APIs that the adapters use; each must be named in the calling function's config.json. */
export const openApi = (cloud as unknown as { readonly openapi: OpenApi }).openapi;

/** The platform's payment service; what it answers comes in camel case. */
interface CloudPay {
  unifiedOrder(order: object): Promise<Readonly<Record<string, unknown>>>;
  queryOrder(order: object): Promise<Readonly<Record<string, unknown>>>;
  closeOrder(order: object): Promise<Readonly<Record<string, unknown>>>;
  refund(refund: object): Promise<Readonly<Record<string, unknown>>>;
}

export const sdkPay = (cloud as unknown as { readonly cloudPay: CloudPay }).cloudPay;

/** The environment that the invocation under way runs in. */
export function environmentId(): string {
  const { ENV } = cloud.getWXContext();
  return typeof ENV === 'string' ? ENV : '';
}

/** The mini-program that the function belongs to; empty when the platform does not say. */
export function ownAppid(): string {
  const { APPID } = cloud.getWXContext();
  return typeof APPID === 'string' ? APPID : '';
}

/** Identity as the platform gives it for the invocation under way; empty for timers. */
export function callerOpenid(): string {
  const { OPENID } = cloud.getWXContext();
  return typeof OPENID === 'string' ? OPENID : '';
}
