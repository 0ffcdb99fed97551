import { resolve } from 'node:path';
import { inRoot } from './root.mjs';

const portByDefault = 7300;
const usage = 'Options: --fresh, --port N, --data DIR.';

/** Reads the command line of `npm start`; throws one sentence for what it does not understand. */
export function startOptions(args) {
  const options = { fresh: false, port: portByDefault, data: inRoot('.data') };
  for (let at = 0; at < args.length; at += 1) {
    const name = args[at];
    if (name === '--fresh') options.fresh = true;
    else if (name === '--port') options.port = portOf(args[(at += 1)]);
    else if (name === '--data') options.data = folderOf(args[(at += 1)]);
    else throw new Error(`"${name}" is not an option of npm start. ${usage}`);
  }
  return options;
}

function portOf(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`--port needs a number from 1 to 65535. ${usage}`);
  return port;
}

function folderOf(text) {
  if (text === undefined || text.startsWith('--')) throw new Error(`--data needs a folder. ${usage}`);
  return resolve(text);
}
