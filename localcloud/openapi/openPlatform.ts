import type { Route } from '../door/serveHttp';
import type { Sessions } from '../door/createSessions';
import type { Functions } from '../functions/openFunctions';
import type { Action } from '../gateway/action';
import { readAddress } from '../storage/readAddress';
import { openStorage, storageFolder } from '../storage/openStorage';
import type { Storage } from '../storage/storage';
import { uploadMetadata } from '../storage/uploadMetadata';
import type { CloudOptions } from '../types';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { OpenApiOptions } from './answerOpenApi';
import { formAnswer, type FormAnswer } from './formAnswer';
import { openApiAction } from './openApiAction';
import type { OpenApiSource } from './openApi';
import { openWechat } from './openWechat';
import { startPushing } from './startPushing';
import { wechatControlRoutes, wechatDoorRoutes } from './wechatRoutes';
import type { WechatSide } from './wechatTypes';

/** What stands beside database and functions: storage, open API, pay, and WeChat's own side of them. */
export interface Platform {
  readonly side: WechatSide;
  /** Actions of the wire that come as JSON. */
  readonly actions: Readonly<Record<string, Action>>;
  /** Answers a request of the wire that comes as a form. */
  readonly answerForm: (form: ReadonlyMap<string, Buffer>, worker: string | undefined) => Promise<FormAnswer>;
  /** Notes that somebody uses the mini-program. */
  readonly sawPerson: (openid: string | undefined) => void;
  routes(sessions: Sessions, controlToken: string): readonly Route[];
  /** Copies files, messages, grants and orders into a backup's folder. */
  backup(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** What a platform is opened with. */
export interface PlatformOptions {
  readonly cloud: CloudOptions;
  /** Scheme, host and port of the door. */
  readonly origin: string;
  readonly nowMs: () => number;
  /** The functions, once they are open. */
  readonly functions: () => Pick<Functions, 'callFrom' | 'currentOf' | 'count'>;
}

/** Opens the platform over a cloud's data folder. */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { cloud, origin, nowMs, functions } = options;
  const storage = await openStorage({ dataDir: cloud.dataDir, origin, nowMs });
  const wechat = await openWechat({
    ...cloud,
    nowMs,
    notify: (name, eventText) => functions().callFrom(undefined, name, eventText),
    readMedia: (url) => readAddress(storage, url),
  }).catch(async (thrown: unknown) => {
    await storage.close();
    throw thrown;
  });
  const pushing = cloud.runTimers === true ? startPushing(wechat) : undefined;
  const permissions = new Map(cloud.functions.map((spec) => [spec.name, spec.openapi ?? []]));
  const openApi: OpenApiOptions = { wechat, permittedTo: (name) => permissions.get(name) ?? [] };
  const sourceOf = (worker: string | undefined): OpenApiSource | undefined =>
    worker === undefined ? undefined : functions().currentOf(worker);
  const side: WechatSide = { ...wechat.side, upload: (openid, path, content) => storeAs(storage, { openid, path, content }) };
  return {
    side,
    actions: { ...storage.actions, 'wx.api': openApiAction(openApi, sourceOf) },
    answerForm(form, worker) {
      if (worker !== undefined) functions().count(worker);
      return formAnswer(openApi, form, sourceOf(worker));
    },
    sawPerson: wechat.sawPerson,
    routes(sessions, controlToken) {
      const stand = { wechat, side, storage, sessions, controlToken };
      return [...storage.routes, ...wechatDoorRoutes(stand), ...wechatControlRoutes(stand)];
    },
    async backup(folder) {
      await storage.files.backup(join(folder, storageFolder));
      await wechat.backup(folder);
    },
    async close() {
      await pushing?.stop();
      await Promise.all([wechat.close(), storage.close()]);
    },
  };
}

interface PhoneFile {
  readonly openid: string;
  readonly path: string;
  readonly content: Buffer;
}

/** Stores a file as a person's phone does, by the same rule as at the door. */
async function storeAs(storage: Storage, { openid, path, content }: PhoneFile): Promise<string> {
  const { fileId } = uploadMetadata(storage, path, openid);
  const parts = Readable.from([content]) as AsyncIterable<Buffer>;
  await storage.files.store(path, parts, { owner: openid, nowMs: storage.nowMs() });
  return fileId;
}
