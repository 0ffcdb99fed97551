import { documentMaxBytes } from '../gateway/limits';
import { messageMaxBytes } from './splitFrames';
import { documentsIn, type WireCommand } from './wireCommand';

/** The name of the replica set this server says it is the primary of: drivers offer transactions to replica sets only. */
export const replicaSetName = 'embedded';

/** The version this server behaves like, as far as it goes. Source: MongoDB 7.0's manual. */
const version = '7.0.0';
const wireVersionMax = 21;
const writeBatchMax = 100_000;
const sessionTimeoutMinutes = 30;

/** `hello`, and `isMaster` of old: who this server is and what it can do. */
export const hello: WireCommand = (_command, context) => ({
  helloOk: true,
  ismaster: true,
  isWritablePrimary: true,
  secondary: false,
  setName: replicaSetName,
  setVersion: 1,
  hosts: [context.address()],
  primary: context.address(),
  me: context.address(),
  maxBsonObjectSize: documentMaxBytes,
  maxMessageSizeBytes: messageMaxBytes,
  maxWriteBatchSize: writeBatchMax,
  localTime: new Date(context.nowMs()),
  logicalSessionTimeoutMinutes: sessionTimeoutMinutes,
  minWireVersion: 0,
  maxWireVersion: wireVersionMax,
  readOnly: false,
});

/** `buildInfo`. */
export const buildInfo: WireCommand = () => ({
  version,
  versionArray: [7, 0, 0, 0],
  gitVersion: 'none',
  modules: [],
  bits: 64,
  debug: false,
  maxBsonObjectSize: documentMaxBytes,
  storageEngines: ['embedded'],
});

/** `getParameter`: of what tools ask for at their start, the one that has an answer. */
export const getParameter: WireCommand = (command) =>
  command['featureCompatibilityVersion'] === undefined ? {} : { featureCompatibilityVersion: { version: '7.0' } };

/** `listDatabases`: there is one. */
export const listDatabases: WireCommand = (_command, context) => ({
  databases: [{ name: context.databaseName, sizeOnDisk: 0, empty: context.engine.collections().length === 0 }],
  totalSize: 0,
});

/** `connectionStatus`: nobody signs in. */
export const connectionStatus: WireCommand = () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } });

/** Commands whose whole answer is that they were heard. */
export const heard: WireCommand = () => ({});

/** `endSessions`. */
export const endSessions: WireCommand = async (command, context) => {
  await context.sessions.end(documentsIn(command, 'endSessions'));
  return {};
};

/** `commitTransaction`. */
export const commitTransaction: WireCommand = async (command, context) => {
  await context.sessions.commit(command);
  return {};
};

/** `abortTransaction`. */
export const abortTransaction: WireCommand = async (command, context) => {
  await context.sessions.abort(command);
  return {};
};
