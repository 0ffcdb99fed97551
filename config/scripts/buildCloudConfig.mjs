import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildWhenChanged } from './buildWhenChanged.mjs';
import { inRoot } from './root.mjs';

const declarations = `
export { collections } from './config/collections';
export { functions } from './config/functions';
export { demoPeople } from './config/demo/people';
export { messageTemplates } from './config/messageTemplates';
export { jobs } from './shared/store/jobs';
`;

// Values for this machine only. A deployment sets its own in the platform's console and never sees this file.
const localEnvironment = {
  LANTERN_MASTER_KEY: 'a key for this machine only, never for a deployment',
  LANTERN_SMS: 'file',
  LANTERN_MERCHANT: '1900000001',
};

/**
 * Writes dist/cloud.json, what the local cloud's command reads: the declared collections and functions (paths relative to
 * that file), each function's timers from its config.json, the demo people and the folder of the browser client.
 */
export function buildCloudConfig() {
  return buildWhenChanged({
    name: 'cloudConfig',
    inputs: ['config', 'shared', 'cloudfunctions', 'tsconfig.json'],
    outputs: ['dist/cloud.json'],
    build: async () => {
      const { collections, functions, demoPeople, jobs, messageTemplates } = await loadDeclarations();
      const local = functions.map((declared) => withJobs(localFunction(declared), Object.keys(jobs)));
      const platform = { templates: messageTemplates, messagePush: 'events' };
      const config = { collections, functions: local, people: demoPeople, ...platform, staticDir: 'h5' };
      mkdirSync(inRoot('dist'), { recursive: true });
      writeFileSync(inRoot('dist/cloud.json'), `${JSON.stringify(config, null, 2)}\n`);
    },
  });
}

function localFunction({ environment, ...declared }) {
  return {
    ...declared,
    directory: `cloudfunctions/${declared.name}`,
    ...platformSettings(declared.name),
    env: Object.fromEntries(environment.map((name) => [name, localEnvironment[name] ?? ''])),
  };
}

/** On this machine each job can be run by hand as well: as a timer that is never due. */
function withJobs(declared, names) {
  if (declared.name !== 'jobs') return declared;
  return { ...declared, timers: [...declared.timers, ...names.map((name) => ({ name, cron: '0 0 0 1 1 * 2099' }))] };
}

/** The function's timers and the open APIs it may call, as its own config.json tells them to the platform. */
function platformSettings(name) {
  const path = inRoot('cloudfunctions', name, 'config.json');
  const { triggers = [], permissions = {} } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const timers = triggers.filter(({ type }) => type === 'timer').map((trigger) => ({ name: trigger.name, cron: trigger.config }));
  return { timers, openapi: permissions.openapi ?? [] };
}

async function loadDeclarations() {
  const { build } = await import('esbuild');
  const result = await build({
    stdin: { contents: declarations, resolveDir: inRoot(), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    tsconfig: inRoot('tsconfig.json'),
    absWorkingDir: inRoot(),
    logLevel: 'error',
  });
  return import(`data:text/javascript,${encodeURIComponent(result.outputFiles[0].text)}`);
}
