import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { refusals } from '../client/copy/refusals';
import { functions as deployed } from '../config/functions';
import { everyRefusal, functions } from '@shared/functions';

const root = join(__dirname, '..');
const capabilities = [
  'member',
  'ledger',
  'tier',
  'checkin',
  'reward',
  'game',
  'voucher',
  'goods',
  'purchase',
  'referral',
  'campaign',
  'audience',
  'journey',
  'message',
  'feedback',
  'insight',
  'store',
  'audit',
];
/** Parts of a capability that have methods or texts of their own: of the purchase, the mall, the ledger, the tiers, the games. */
const partsOfCapabilities = ['visit', 'refund', 'shift', 'cause', 'race', 'paidCard', 'family', 'quiz', 'riddle', 'jigsaw', 'booking'];
const trees = ['shared', 'cloudfunctions', 'client', 'config', 'localcloud', 'test'];
const linesPerFileMax = 200;
const linesPerEntryMax = 40;

function filesUnder(path: string): string[] {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [path];
  return readdirSync(absolute)
    .filter((name) => name !== 'node_modules')
    .flatMap((name) => filesUnder(join(path, name)));
}

function foldersOf(path: string): string[] {
  const absolute = join(root, path);
  return existsSync(absolute) ? readdirSync(absolute).filter((name) => statSync(join(absolute, name)).isDirectory()) : [];
}

function text(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

const code = trees.flatMap(filesUnder).filter((file) => /\.(ts|tsx|mjs|cjs|scss)$/.test(file));
const product = code.filter((file) => /^(shared|cloudfunctions|client|localcloud)\/.*\.tsx?$/.test(file));

describe('the words of the trees', () => {
  it.each(['shared', 'cloudfunctions/usecases', 'client/features', 'test/rules', 'test/usecases'])(
    "uses only the capabilities' own words for the folders of %s",
    (path) => {
      const floor = path === 'test/usecases' ? ['edge'] : ['kernel'];
      expect(foldersOf(path).filter((name) => ![...capabilities, ...floor].includes(name))).toEqual([]);
    },
  );

  it('names every method by the capability it belongs to', () => {
    const methods = Object.values(functions).flatMap((methods) => Object.keys(methods));
    const words = [...capabilities, ...partsOfCapabilities];
    expect(methods.filter((method) => !words.includes(method.split('.')[0] ?? ''))).toEqual([]);
  });

  it("keeps the texts of both languages in files of the same names, each a capability's", () => {
    const [zh, en] = ['zh', 'en'].map((language) => filesUnder(`client/copy/${language}`).map((file) => basename(file, '.ts')));
    expect(en).toEqual(zh);
    const house = ['house', 'refusals'];
    expect(
      zh?.filter((name) => ![...capabilities, ...partsOfCapabilities, ...house].some((word) => new RegExp(`^${word}([A-Z]|$)`).test(name))),
    ).toEqual([]);
  });
});

describe('refusals', () => {
  const gaps = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
  const withoutLanguage = (names: string[]): string[] => [...new Set(names.map((name) => name.replace(/(Zh|En)$/, '')))];
  const everySentence = [...everyRefusal(), 'net.offline'].sort();

  it.each(['zh', 'en'] as const)('have a sentence each in %s, and none is left over', (language) => {
    expect(Object.keys(refusals[language]).sort()).toEqual(everySentence);
    expect(Object.entries(refusals[language]).filter(([, sentence]) => sentence.trim().length < 2)).toEqual([]);
  });

  it('leave the same gaps in both languages', () => {
    const zh = Object.entries(refusals.zh).map(([name, sentence]) => [name, withoutLanguage(gaps(sentence))]);
    const en = Object.entries(refusals.en).map(([name, sentence]) => [name, withoutLanguage(gaps(sentence))]);
    expect(Object.fromEntries(en)).toEqual(Object.fromEntries(zh));
  });
});

describe('deployed functions', () => {
  it('are declared once and lie in a folder of their own with what the platform needs', () => {
    for (const { name } of deployed) {
      expect([
        name,
        filesUnder(`cloudfunctions/${name}`)
          .map((file) => basename(file))
          .sort(),
      ]).toEqual([name, ['config.json', 'index.ts', 'package.json']]);
    }
    const folders = foldersOf('cloudfunctions').filter((name) => name !== 'adapters' && name !== 'usecases');
    expect(folders.sort()).toEqual(deployed.map(({ name }) => name).sort());
  });

  it('pin the SDK to the version that is tested here', () => {
    const { dependencies } = JSON.parse(text('package.json')) as { dependencies: Record<string, string> };
    for (const { name } of deployed) {
      const own = JSON.parse(text(`cloudfunctions/${name}/package.json`)) as { dependencies: Record<string, string> };
      expect([name, own.dependencies]).toEqual([name, { 'wx-server-sdk': dependencies['wx-server-sdk'] }]);
    }
  });

  it.each(deployed.map(({ name }) => name))('keep the entry of %s to a table', (name) => {
    expect(text(`cloudfunctions/${name}/index.ts`).trimEnd().split('\n').length).toBeLessThanOrEqual(linesPerEntryMax);
  });

  it('have a handler for every method of their contracts', () => {
    const missing = Object.entries(functions).flatMap(([name, methods]) => {
      // A capability with many methods keeps its table beside its use cases, and the entry spreads it.
      const tables = filesUnder('cloudfunctions/usecases').filter((file) => /handlers\.ts$/i.test(file));
      const entry = [`cloudfunctions/${name}/index.ts`, ...tables].map(text).join('');
      return Object.keys(methods).filter((method) => !entry.includes(`'${method}':`));
    });
    expect(missing).toEqual([]);
  });
});

describe('files', () => {
  const named = product.filter(
    (file) => !/^shared\/kernel\/|(^|\/)(types|\w*[cC]ontract|rows|index|app)\.tsx?$|\.d\.ts$|\.(config|h5|weapp)\.tsx?$/.test(file),
  );

  it('stay short enough to read in one go', () => {
    const counted = code.map(
      (file) =>
        [
          file,
          text(file)
            .trimEnd()
            .split('\n')
            .filter((line) => !/^\s*(\/\/|\/?\*|$)/.test(line)).length,
        ] as const,
    );
    expect(counted.filter(([, lines]) => lines > linesPerFileMax)).toEqual([]);
  });

  it('are named after what they export, if that is one thing', () => {
    const astray = named.filter((file) => {
      const word = basename(file)
        .replace(/\.tsx?$/, '')
        .toLowerCase();
      const values = [...text(file).matchAll(/^export (?:default )?(?:async )?(?:function\*?|const|class) (\w+)/gm)];
      // `decide.ts` may give decideCheckin: its folder says the rest. Several exports make a subject, and the file is called by it.
      return values.length === 1 && !values[0]?.[1]?.toLowerCase().includes(word);
    });
    expect(astray).toEqual([]);
  });

  it('have a name that says what is in them', () => {
    const vague = /(^|\/|[a-z])(utils?|helpers?|common|managers?|services?|misc)(\/|\.[a-z0-9.]+$)/i;
    expect(code.filter((file) => vague.test(file))).toEqual([]);
  });

  it('are not barrels', () => {
    const barrel = (content: string): boolean => {
      const statements = content
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '');
      return statements.length > 0 && statements.every((statement) => /^export\s+(type\s+)?(\*|\{[^}]*\})\s+from\s/.test(statement));
    };
    expect(product.filter((file) => barrel(text(file)))).toEqual([]);
  });

  it('give a reason with every lint rule they switch off', () => {
    const silent = code.flatMap((file) =>
      text(file)
        .split('\n')
        .filter((line) => /(\/\/|\/\*) *eslint-disable/.test(line) && !/ -- \S+ \S+/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(silent).toEqual([]);
  });

  it('name no place of the machine they were written on', () => {
    const places = new RegExp(`(^|[\\s'"\`(=])/(${['work', 'root', 'home'].join('|')})/`, 'm');
    const all = [...code, ...filesUnder('README.md'), ...filesUnder('package.json'), ...filesUnder('.ci')];
    expect(all.filter((file) => places.test(text(file)))).toEqual([]);
  });

  it('leave the choice of a registry to whoever installs', () => {
    const { packages } = JSON.parse(text('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
    expect(
      Object.entries(packages)
        .filter(([, { resolved }]) => resolved?.startsWith('http'))
        .map(([path]) => path),
    ).toEqual([]);
  });
});
