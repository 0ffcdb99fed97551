import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');

/** What the bundles leave outside and the package brings along. */
const kept = ['lmdb', 'mongodb'];

/**
 * Makes `outDir` a package that stands by itself: package.json, types, README, licence, and the licences of what is bundled.
 * @param inputs paths of the bundled files, relative to the project
 */
export async function buildPackage(outDir, inputs) {
  const project = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const exact = (names) => Object.fromEntries(names.map((name) => [name, project.dependencies[name]]));
  const manifest = {
    name: 'cloudbase-local',
    version: project.version,
    description: "WeChat's cloud on your own machine: functions, database, storage and open API, with the real SDK",
    license: 'MIT',
    engines: project.engines,
    main: './index.cjs',
    types: './types/index.d.ts',
    exports: { '.': { types: './types/index.d.ts', default: './index.cjs' }, './package.json': './package.json' },
    bin: { 'cloudbase-local': './cli.cjs' },
    files: ['*.cjs', 'inside', 'mongo', 'types', 'LICENSE', 'THIRD-PARTY.txt'],
    dependencies: exact(kept),
    peerDependencies: { 'wx-server-sdk': `^${project.dependencies['wx-server-sdk']}` },
  };
  await mkdir(outDir, { recursive: true });
  await writeFile(join(outDir, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(outDir, 'THIRD-PARTY.txt'), await licencesOf(inputs));
  for (const page of ['README.md', 'mongo/README.md']) await cp(join(here, page), join(outDir, page));
  await cp(join(root, 'LICENSE'), join(outDir, 'LICENSE'));
  await writeTypes(join(outDir, 'types'), join(here, 'index.ts'));
}

/** The licence of every package whose code is in the bundles, as their licences ask. */
async function licencesOf(inputs) {
  const names = inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter((name) => name !== undefined);
  const parts = [...new Set(names)].sort().map(async (name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const texts = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE'].map((file) => readFile(join(folder, file), 'utf8').catch(() => ''));
    const text = (await Promise.all(texts)).find((one) => one !== '') ?? `Licence: ${license}`;
    return `${name} ${version}\n\n${text.trim()}\n`;
  });
  return (await Promise.all(parts)).join(`\n${'-'.repeat(72)}\n\n`);
}

/** Writes the types of the programming interface and of every file they name, one file each. */
async function writeTypes(outDir, entry) {
  const waiting = [entry];
  const written = new Set(waiting);
  for (const file of waiting) {
    const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, isolatedDeclarations: true };
    const { outputText } = ts.transpileDeclaration(await readFile(file, 'utf8'), { fileName: file, compilerOptions });
    const target = join(outDir, relative(here, file).replace(/\.ts$/, '.d.ts'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, outputText.replace(/(from ')(\.[^']+)(')/g, '$1$2.js$3'));
    for (const [, path] of outputText.matchAll(/from '(\.[^']+)'/g)) {
      const next = `${resolve(dirname(file), path)}.ts`;
      if (!next.startsWith(here + sep)) throw new Error(`${relative(root, file)} names types outside the local cloud: ${path}`);
      if (!written.has(next)) waiting.push(next);
      written.add(next);
    }
  }
}
