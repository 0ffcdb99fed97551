import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closedToClients, collections } from '../collections';
import { functions } from '../functions';

const folder = 'dist/deploy';
const runtime = 'Nodejs18.15';

/** What the platform's command line reads to deploy the functions; secrets stay names, their values are typed in the console. */
function functionSettings(): object {
  return {
    version: '2.0',
    envId: '{{env.LANTERN_ENV_ID}}',
    functionRoot: '../cloudfunctions',
    functions: functions.map(({ name, timeoutMs, memoryMb, environment }) => ({
      name,
      handler: 'index.main',
      runtime,
      timeout: timeoutMs / 1000,
      memorySize: memoryMb,
      installDependency: true,
      envVariables: Object.fromEntries(environment.map((variable) => [variable, `{{env.${variable}}}`])),
      triggers: triggersOf(name),
    })),
  };
}

function triggersOf(name: string): readonly unknown[] {
  const { triggers = [] } = JSON.parse(readFileSync(join('cloudfunctions', name, 'config.json'), 'utf8')) as {
    triggers?: readonly unknown[];
  };
  return triggers;
}

/** The functions' security rule, as the console takes it: timers' functions are closed to everybody. */
function functionRules(): object {
  const rules = functions.map(({ name, callers }) => [name, { invoke: callers === 'loggedIn' ? 'auth != null' : false }] as const);
  return Object.fromEntries([['*', { invoke: false }], ...rules]);
}

function write(name: string, content: object): void {
  writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
  console.log(`  ${join(folder, name)}`);
}

mkdirSync(folder, { recursive: true });
console.log('Written:');
write('cloudbaserc.json', functionSettings());
write('function-rules.json', functionRules());
write('collections.json', { rule: closedToClients, collections });
console.log('The README says what to do with them.');
